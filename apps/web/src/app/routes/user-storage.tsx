import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { storageRoute } from './storage.tsx'

const UserStoragePage = lazy(async () => {
  const module = await import('#web/features/storage/components/user-storage-page.tsx')
  return { default: module.UserStoragePage }
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
