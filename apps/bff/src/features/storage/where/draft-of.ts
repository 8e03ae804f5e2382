import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { requireWithinLimits } from '../limits.ts'
import { accountPlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'
import { type Asked, forbidden } from './asked.ts'
import { type Draft, userPlaceOf } from './route-layers.ts'

/**
 * The draft that was sent, with the secrets that it leaves hidden put back.
 * - it is not validated, except that it holds no more than a document may: what is wrong with it is what the answer tells
 * - whose it is: `draft_of`, else the user's when one is asked about, else the account's
 * Throws `invalid`, and `forbidden` where the caller may not read what the draft stands for.
 */
export async function draftOf(storage: StorageContext, actor: Actor, asked: Asked, sent: JsonValue): Promise<Draft> {
  const data = isJsonObject(sent) ? sent : {}
  const document = data.draft
  if (!isJsonObject(document)) {
    const message = 'Send the storage document, an object, as draft.'
    throw validationError({ draft: { type: { message, target: 'object' } } })
  }
  const of = ownerOf(data.draft_of, asked)
  if (!asked.mayRead(of)) throw forbidden()
  const stored = await storage.stored.find(
    of === 'user' && asked.user ? userPlaceOf(asked.user) : accountPlace(asked.account.id),
  )
  requireWithinLimits(document, stored?.fields)
  return { of, document: actor.redact ? restored(storage, document, stored?.fields) : document }
}

function ownerOf(value: JsonValue | undefined, { user }: Asked): Draft['of'] {
  if (value === undefined) return user === undefined ? 'account' : 'user'
  if (value === 'account' || (value === 'user' && user !== undefined)) return value
  const message =
    value === 'user' ? 'Name the user whose draft this is.' : 'A draft is of the account or of the user that is named.'
  throw validationError({ draft_of: { enum: { message, target: ['account', 'user'] } } })
}

function restored({ storageRedactor }: StorageContext, draft: JsonObject, stored: JsonObject | undefined): JsonObject {
  const document = storageRedactor.withoutCleared(storageRedactor.restore(draft, stored, []), [])
  return isJsonObject(document) ? document : {}
}
