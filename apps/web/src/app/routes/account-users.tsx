import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const AccountUsersPage = lazyPage('account-users-page', async () => {
  const module = await import('#web/features/storage/pages/account-users-page.tsx')
  return module.AccountUsersPage
})

/** `/storage/accounts/$accountId/users` */
export const accountUsersRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users',
  component: function AccountUsers() {
    const { accountId } = accountUsersRoute.useParams()
    return <AccountUsersPage accountId={accountId} />
  },
})
