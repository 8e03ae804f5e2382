import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const AccountStoragePage = lazyPage('account-storage-page', async () => {
  const module = await import('#web/features/storage/pages/account-storage-page.tsx')
  return module.AccountStoragePage
})

/** `/storage/accounts/$accountId` */
export const accountStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId',
  validateSearch: readStorageSearch,
  component: function AccountStorage() {
    const { accountId } = accountStorageRoute.useParams()
    return <AccountStoragePage accountId={accountId} search={accountStorageRoute.useSearch()} />
  },
})
