import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId/users/$userId` */
export const userStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users/$userId',
  validateSearch: readStorageSearch,
  component: function UserStorage() {
    const { accountId, userId } = userStorageRoute.useParams()
    return <DocumentPage title={userId} path={`/v2/accounts/${accountId}/users/${userId}/storage`} />
  },
})
