import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId/plans` */
export const accountPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans',
  component: function AccountPlans() {
    const { accountId } = accountPlansRoute.useParams()
    return <DocumentPage title="plans" path={`/v2/accounts/${accountId}/storage/plans`} />
  },
})
