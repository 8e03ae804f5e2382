import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/accounts/$accountId` */
export const accountStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId',
  validateSearch: readStorageSearch,
  component: function AccountStorage() {
    const { accountId } = accountStorageRoute.useParams()
    return <DocumentPage title={accountId} path={`/v2/accounts/${accountId}/storage`} />
  },
})
