import { accountDatabase } from '#bff/accounts/account-database.ts'
import { toUser } from '#bff/accounts/users.ts'
import type { Store } from '#bff/couch/store.ts'
import { badIdentifier } from '#bff/errors/app-error.ts'
import type { Place } from './place.ts'

/** The place of a user's document. Throws `not-found` unless the account has that user. */
export async function userPlace(accountId: string, userId: string, store: Store): Promise<Place> {
  const document = await store.database(accountDatabase(accountId)).get(userId)
  if (document === undefined || toUser(document, accountId) === undefined) throw badIdentifier(userId)
  return { id: userId, type: 'storage', accountId, userId }
}
