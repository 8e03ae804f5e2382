import { requireSession } from '#bff/http/require-session.ts'
import type { Route } from '#bff/http/route.ts'
import { inheritedStorage } from './inherited.ts'
import { findBelow } from './layers.ts'
import { listStorage } from './listing.ts'
import { accountPlace, type StoragePlace, userPlace } from './place.ts'
import { maySaveUntested } from './settings-test.ts'
import type { StorageContext } from './storage-context.ts'

/** What the browser needs beside `/v2`: who has a storage document, and what a document inherits. */
export function consoleStorageRoutes(storage: StorageContext): Route[] {
  const inheritedBy = async (place: StoragePlace) => ({
    data: inheritedStorage((await findBelow(storage, place)).layers, storage.storageRedactor),
  })

  return [
    {
      method: 'GET',
      path: '/console/storage',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: await listStorage(storage, requireSession(request)) }),
    },
    {
      method: 'GET',
      path: '/console/storage/settings',
      access: { who: 'authenticated' },
      handle: async () => ({ data: { may_save_untested: await maySaveUntested(storage.store) } }),
    },
    {
      method: 'GET',
      path: '/console/accounts/:account_id/storage/inherited',
      access: { who: 'storage', scope: 'account' },
      handle: ({ params }) => inheritedBy(accountPlace(params.account_id ?? '')),
    },
    {
      method: 'GET',
      path: '/console/accounts/:account_id/users/:user_id/storage/inherited',
      access: { who: 'storage', scope: 'user' },
      handle: async ({ params }) =>
        inheritedBy(await userPlace(params.account_id ?? '', params.user_id ?? '', storage.store)),
    },
  ]
}
