import type { StorageDocuments } from '@strata/storage-plan'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { toUser } from '#bff/accounts/users.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { badIdentifier } from '#bff/errors/app-error.ts'

/** Which storage document a request addresses, and whom it belongs to; without an account it is the system's. */
export interface StoragePlace {
  readonly id: string
  readonly type: 'storage' | 'storage_plan'
  readonly accountId: string | undefined
  /** The user whose document it is, below the account's own. */
  readonly userId?: string
}

export const systemPlace: StoragePlace = { id: 'system', type: 'storage', accountId: undefined }

export function accountPlace(accountId: string): StoragePlace {
  return { id: accountId, type: 'storage', accountId }
}

export function planPlace(id: string, accountId: string | undefined): StoragePlace {
  return { id, type: 'storage_plan', accountId }
}

/**
 * Whether a stored document is the one a place means.
 * - its type is the expected one and nobody soft-deleted it
 * - a plan is the system's or the account's own, as its private fields say
 * - an account's or user's document says nothing else about its account (KAZOO writes it; older documents lack it)
 */
export function isAt(place: StoragePlace, { private: hidden }: StoredDocument): boolean {
  if (hidden.type !== place.type || hidden.deleted === true) return false
  if (place.accountId === undefined) return place.type === 'storage' || hidden.system_plan === true
  if (place.type === 'storage_plan') return hidden.system_plan !== true && hidden.account_id === place.accountId
  return hidden.account_id === undefined || hidden.account_id === place.accountId
}

/** The place of a user's document. Throws `not-found` unless the account has that user. */
export async function userPlace(accountId: string, userId: string, store: Store): Promise<StoragePlace> {
  const document = await store.database(accountDatabase(accountId)).get(userId)
  if (document === undefined || toUser(document, accountId) === undefined) throw badIdentifier(userId)
  return { id: userId, type: 'storage', accountId, userId }
}

/** The plan that a document names as the one its account follows; null for none. */
export function planIdOf(document: StoredDocument | undefined): string | null {
  const named = document?.private.plan_id
  return typeof named === 'string' && named !== '' ? named : null
}

/** Which of the layers that decide together the document at a place is. */
export function layerNameOf({ type, accountId, userId }: StoragePlace): keyof StorageDocuments {
  if (type === 'storage_plan') return 'plan'
  if (accountId === undefined) return 'system'
  return userId === undefined ? 'account' : 'user'
}
