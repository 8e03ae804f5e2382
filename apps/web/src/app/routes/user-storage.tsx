import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId/users/$userId` */
export const userStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users/$userId',
  component: function UserStorage() {
    const { accountId, userId } = userStorageRoute.useParams()
    return <DocumentPage title={userId} path={`/v2/accounts/${accountId}/users/${userId}/storage`} />
  },
})
