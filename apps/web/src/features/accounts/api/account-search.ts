import type { AccountHit } from '@strata/api-types'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** Accounts within the caller's reach whose name, realm or id matches; the nearest first. */
export function accountSearchQuery(search: string, limit = 20) {
  return queryOptions({
    queryKey: ['accounts', 'search', search, limit],
    queryFn: async ({ signal }) =>
      (await api.get<AccountHit[]>('/console/accounts', { query: { search, limit }, signal })).data,
    placeholderData: keepPreviousData,
  })
}
