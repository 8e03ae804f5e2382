import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId/users` */
export const accountUsersRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users',
  component: function AccountUsers() {
    const { accountId } = accountUsersRoute.useParams()
    return <DocumentPage title="users" path={`/v2/accounts/${accountId}/users`} />
  },
})
