import type { AccountsTouchedByDraft, TouchedAccounts } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { touchedAccountsQuery, touchedByDraftQuery } from '../api/touched-accounts.ts'
import type { StoragePlace } from '../pages/place.ts'

/** Whom a change of a plan or the system's document touches; undefined for other documents, and while it is not known. */
export function useTouchedAccounts(place: StoragePlace): TouchedAccounts | undefined {
  const isShared = place.scope === 'system' || (place.scope === 'plan' && place.planId !== undefined)
  return useQuery({ ...touchedAccountsQuery(place), enabled: isShared }).data
}

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
