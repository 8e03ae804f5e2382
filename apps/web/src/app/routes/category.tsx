import { createRoute } from '@tanstack/react-router'
import { readCategorySearch } from '#web/features/system-configs/routes.ts'
import { DocumentPage } from '../interim/document-page.tsx'
import { systemConfigsRoute } from './system-configs.tsx'

/** `/system-configs/$category?section=&key=&q=&only=&view=` */
export const categoryRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '$category',
  validateSearch: readCategorySearch,
  component: function Category() {
    const { category } = categoryRoute.useParams()
    return <DocumentPage title={category} path={`/v2/system_configs/${encodeURIComponent(category)}`} />
  },
})
