import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { systemConfigsRoute } from './system-configs.tsx'

interface CategorySearch {
  section?: string
  key?: string
  q?: string
  only?: string
  view?: 'form' | 'json'
}

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

function readCategorySearch({ section, key, q, only, view }: Record<string, unknown>): CategorySearch {
  return {
    ...(typeof section === 'string' ? { section } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof q === 'string' ? { q } : {}),
    ...(typeof only === 'string' ? { only } : {}),
    ...(view === 'json' ? { view } : {}),
  }
}
