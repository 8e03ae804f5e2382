import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { storageRoute } from './storage.tsx'

const PlansPage = lazy(async () => {
  const module = await import('#web/features/storage/components/plans-page.tsx')
  return { default: module.PlansPage }
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
