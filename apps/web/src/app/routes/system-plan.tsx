import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const PlanPage = lazyPage('plan-page', async () => {
  const module = await import('#web/features/storage/pages/plan-page.tsx')
  return module.PlanPage
})

/** `/storage/plans/$planId` */
export const systemPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans/$planId',
  validateSearch: readStorageSearch,
  component: function SystemPlan() {
    const { planId } = systemPlanRoute.useParams()
    return <PlanPage planId={planId} search={systemPlanRoute.useSearch()} />
  },
})
