import { createRoute } from '@tanstack/react-router'
import { readMatrixSearch } from '#web/features/system-configs/matrix/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { systemConfigsRoute } from './system-configs.tsx'

const MatrixPage = lazyPage('matrix-page', async () => {
  const module = await import('#web/features/system-configs/matrix/matrix-page.tsx')
  return module.MatrixPage
})

/** `/system-configs/$category/matrix?q=&in=&only=` */
export const matrixRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '$category/matrix',
  validateSearch: readMatrixSearch,
  component: function Matrix() {
    const { category } = matrixRoute.useParams()
    return <MatrixPage category={category} search={matrixRoute.useSearch()} />
  },
})
