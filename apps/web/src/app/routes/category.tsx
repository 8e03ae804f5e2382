import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { readCategorySearch } from '#web/features/system-configs/routes.ts'
import { systemConfigsRoute } from './system-configs.tsx'

const CategoryPage = lazy(async () => {
  const module = await import('#web/features/system-configs/components/category-page.tsx')
  return { default: module.CategoryPage }
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
