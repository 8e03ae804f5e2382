import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const PlanPage = lazyPage('plan-page', async () => {
  const module = await import('#web/features/storage/pages/plan-page.tsx')
  return module.PlanPage
})

/** `/storage/accounts/$accountId/plans/$planId` */
export const accountPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans/$planId',
  validateSearch: readStorageSearch,
  component: function AccountPlan() {
    const { accountId, planId } = accountPlanRoute.useParams()
    return <PlanPage accountId={accountId} planId={planId} search={accountPlanRoute.useSearch()} />
  },
})
