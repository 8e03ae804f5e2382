import type { AccountsTouchedByDraft, TouchedAccounts } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { documentPath, type StoragePlace } from '../pages/place.ts'

/** The accounts whose storage a change of a plan, or of the system's document, touches. */
export function touchedAccountsQuery(place: StoragePlace) {
  return queryOptions({
    queryKey: ['storage', 'touched accounts', documentPath(place)],
    queryFn: async ({ signal }) => {
      return (await api.get<TouchedAccounts>(touchedAccountsPath(place), { signal })).data
    },
    staleTime: 0,
  })
}

/** Where the API tells whom a change touches. */
export function touchedAccountsPath(place: StoragePlace): string {
  return `${documentPath(place).replace(/^\/v2\//, '/console/')}/accounts`
}

/**
 * Whose storage would fail if a draft of a plan, or of the system's document, were stored; null is its removal. Asked
 * anew each time: whatever is stored anywhere changes it.
 */
export function touchedByDraftQuery(place: StoragePlace, draft: JsonObject | null) {
  const path = touchedAccountsPath(place)
  return queryOptions({
    queryKey: ['storage', 'touched by draft', path, draft],
    queryFn: async ({ signal }) => (await api.post<AccountsTouchedByDraft>(path, { draft }, { signal })).data,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}
