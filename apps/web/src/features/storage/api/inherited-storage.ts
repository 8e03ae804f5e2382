import type { InheritedStorage } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** What the layers below an account's document define, or below that of one of its users. */
export function inheritedStorageQuery(accountId: string, userId?: string) {
  return queryOptions({
    queryKey: ['storage', 'inherited', accountId, userId ?? ''],
    queryFn: async ({ signal }) => {
      const account = `/console/accounts/${encodeURIComponent(accountId)}`
      const owner = userId === undefined ? account : `${account}/users/${encodeURIComponent(userId)}`
      return (await api.get<InheritedStorage>(`${owner}/storage/inherited`, { signal })).data
    },
  })
}
