import type { StorageListItem } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** Who has a storage document, within the caller's reach. */
export function storageListQuery() {
  return queryOptions({
    queryKey: ['storage', 'list'],
    queryFn: async ({ signal }) => (await api.get<StorageListItem[]>('/console/storage', { signal })).data,
  })
}
