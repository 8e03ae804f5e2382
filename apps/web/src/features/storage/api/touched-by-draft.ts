import type { AccountsTouchedByDraft } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import type { StoragePlace } from '../pages/place.ts'
import { touchedAccountsPath } from './touched-accounts.ts'

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
