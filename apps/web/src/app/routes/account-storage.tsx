import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId` */
export const accountStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId',
  component: function AccountStorage() {
    const { accountId } = accountStorageRoute.useParams()
    return <DocumentPage title={accountId} path={`/v2/accounts/${accountId}/storage`} />
  },
})
