import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const PlansPage = lazyPage('plans-page', async () => {
  const module = await import('#web/features/storage/pages/plans-page.tsx')
  return module.PlansPage
})

/** `/storage/accounts/$accountId/plans` */
export const accountPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans',
  component: function AccountPlans() {
    const { accountId } = accountPlansRoute.useParams()
    return <PlansPage accountId={accountId} />
  },
})
