import type { AccountsTouchedByDraft } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { touchedByDraftQuery } from '../api/touched-by-draft.ts'
import type { StoragePlace } from '../pages/place.ts'

/**
 * Whose storage would fail on a draft of a plan or the system's document, null for its removal; undefined while that is
 * not known, and for the draft undefined, about which nothing is asked.
 */
export function useBrokenAccounts(
  place: StoragePlace,
  draft: JsonObject | null | undefined,
): AccountsTouchedByDraft | undefined {
  const isAsked = draft !== undefined
  const { data } = useQuery({
    ...touchedByDraftQuery(place, draft ?? null),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  return isAsked ? data : undefined
}
