import type { TouchedAccounts } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { touchedAccountsQuery } from '../api/touched-accounts.ts'
import type { StoragePlace } from '../pages/place.ts'

/** Whom a change of a plan or the system's document touches; undefined for other documents, and while it is not known. */
export function useTouchedAccounts(place: StoragePlace): TouchedAccounts | undefined {
  const isShared = place.scope === 'system' || (place.scope === 'plan' && place.planId !== undefined)
  return useQuery({ ...touchedAccountsQuery(place), enabled: isShared }).data
}
