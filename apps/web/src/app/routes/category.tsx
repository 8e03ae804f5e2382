import { createRoute } from '@tanstack/react-router'
import { readCategorySearch } from '#web/features/system-configs/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { systemConfigsRoute } from './system-configs.tsx'

const CategoryPage = lazyPage('category-page', async () => {
  const module = await import('#web/features/system-configs/components/category-page.tsx')
  return module.CategoryPage
})

/** `/system-configs/$category?section=&key=&q=&only=&view=` */
export const categoryRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '$category',
  validateSearch: readCategorySearch,
  component: function Category() {
    const { category } = categoryRoute.useParams()
    return <CategoryPage category={category} search={categoryRoute.useSearch()} />
  },
})
