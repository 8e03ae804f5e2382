import { isJsonObject, type JsonObject } from '@strata/json'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'

/** The database whose account documents are the ones that are read; each account's own has a copy. */
export const accountsDatabase = 'accounts'

/**
 * Private members that an account document carries from when its removal is certain until it is gone. Whatever was not
 * destroyed yet can be destroyed by removing it again.
 */
export const removalClaim: JsonObject = { strata: { removing: true } }

/** Takes the claim away again, before anything was destroyed. */
export const noClaim: JsonObject = { strata: {} }

/** The document of an account. Throws `not-found`. */
export async function readAccount(id: string, store: Store): Promise<StoredDocument> {
  const document = await store.database(accountsDatabase).get(id)
  if (document?.private.type !== 'account' || document.private.deleted === true) throw badIdentifier(id)
  return document
}

/** The same, of an account that may be written. Throws `gone` where its removal has begun. */
export async function readLastingAccount(id: string, store: Store): Promise<StoredDocument> {
  const document = await readAccount(id, store)
  if (!isClaimed(document)) return document
  throw new AppError('gone', 'This account is being removed. If it stays in the lists, remove it again to finish that.')
}

export function isClaimed({ private: hidden }: StoredDocument): boolean {
  return isJsonObject(hidden.strata) && hidden.strata.removing === true
}
