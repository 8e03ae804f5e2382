import type { StoredDocument } from '#bff/couch/store.ts'

/** Which storage document a request addresses, and whom it belongs to; without an account it is the system's. */
export interface Place {
  readonly id: string
  readonly type: 'storage' | 'storage_plan'
  readonly accountId: string | undefined
  /** The user whose document it is, below the account's own. */
  readonly userId?: string
}

export const systemPlace: Place = { id: 'system', type: 'storage', accountId: undefined }

export function accountPlace(accountId: string): Place {
  return { id: accountId, type: 'storage', accountId }
}

export function planPlace(id: string, accountId: string | undefined): Place {
  return { id, type: 'storage_plan', accountId }
}

/**
 * Whether a stored document is the one a place means.
 * - its type is the expected one and nobody soft-deleted it
 * - a plan is the system's or the account's own, as its private fields say
 * - an account's or user's document says nothing else about its account (KAZOO writes it; older documents lack it)
 */
export function isAt(place: Place, { private: hidden }: StoredDocument): boolean {
  if (hidden.type !== place.type || hidden.deleted === true) return false
  if (place.accountId === undefined) return place.type === 'storage' || hidden.system_plan === true
  if (place.type === 'storage_plan') return hidden.system_plan !== true && hidden.account_id === place.accountId
  return hidden.account_id === undefined || hidden.account_id === place.accountId
}
