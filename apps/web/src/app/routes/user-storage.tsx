import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const UserStoragePage = lazyPage('user-storage-page', async () => {
  const module = await import('#web/features/storage/pages/user-storage-page.tsx')
  return module.UserStoragePage
})

/** `/storage/accounts/$accountId/users/$userId` */
export const userStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users/$userId',
  validateSearch: readStorageSearch,
  component: function UserStorage() {
    const { accountId, userId } = userStorageRoute.useParams()
    return <UserStoragePage accountId={accountId} userId={userId} search={userStorageRoute.useSearch()} />
  },
})
