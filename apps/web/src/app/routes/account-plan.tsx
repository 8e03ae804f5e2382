import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId/plans/$planId` */
export const accountPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans/$planId',
  component: function AccountPlan() {
    const { accountId, planId } = accountPlanRoute.useParams()
    return <DocumentPage title={planId} path={`/v2/accounts/${accountId}/storage/plans/${planId}`} />
  },
})
