import type { JsonObject } from '@strata/json'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { plansPath } from '../pages/place.ts'
import { type StoredStorage, toStoredStorage } from './storage-document.ts'

/** The plans of the system, or of a reseller. */
export function storagePlansQuery(accountId: string | undefined) {
  return queryOptions({
    queryKey: ['storage', 'plans', accountId ?? 'system'],
    queryFn: async ({ signal }): Promise<StoredStorage[]> => {
      const { data } = await api.get<JsonObject[]>(plansPath(accountId), { query: { paginate: false }, signal })
      return data.map((plan) => toStoredStorage(plan, undefined))
    },
  })
}
