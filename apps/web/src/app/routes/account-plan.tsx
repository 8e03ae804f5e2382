import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId/plans/$planId` */
export const accountPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans/$planId',
  validateSearch: readStorageSearch,
  component: function AccountPlan() {
    const { accountId, planId } = accountPlanRoute.useParams()
    return <DocumentPage title={planId} path={`/v2/accounts/${accountId}/storage/plans/${planId}`} />
  },
})
