import type { StorageSettings } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** What the system allows of saving storage documents. */
export function storageSettingsQuery() {
  return queryOptions({
    queryKey: ['storage', 'settings'],
    queryFn: async ({ signal }) => (await api.get<StorageSettings>('/console/storage/settings', { signal })).data,
  })
}
