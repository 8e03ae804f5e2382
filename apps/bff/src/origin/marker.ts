import type { JsonObject } from '@strata/json'
import { ensureOwnDocument, isConflict, ownDatabase } from '#bff/couch/own-document.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'

const ID = 'origin'

/** The document `strata/origin`, by which a store is Strata's. */
export interface Marker {
  /** Of the administrator that the first start makes. */
  readonly accountId: string
  readonly userId: string
  /** Whether the first start came to its end. */
  readonly isReady: boolean
}

/** The marker, where the store has one. */
export async function readMarker(store: Store): Promise<Marker | undefined> {
  const document = await ownDatabase(store).get(ID)
  return document && toMarker(document.fields)
}

/** Writes the marker; of servers that do so at once one wins, and all get the winner's. */
export async function claimStore(store: Store, ids: { accountId: string; userId: string }, now: Date): Promise<Marker> {
  const { accountId: account_id, userId: user_id } = ids
  return toMarker(
    await ensureOwnDocument(store, ID, () => ({ account_id, user_id, created: now.toISOString(), ready: false })),
  )
}

/** Notes that the first start came to its end. Another server may have noted the same. */
export async function markReady(store: Store): Promise<void> {
  const database = ownDatabase(store)
  const document = await database.get(ID)
  if (document === undefined || document.fields.ready === true) return
  await database.put({ ...document, fields: { ...document.fields, ready: true } }).catch((error: unknown) => {
    if (!isConflict(error)) throw error
  })
}

function toMarker({ account_id: accountId, user_id: userId, ready }: JsonObject): Marker {
  if (typeof accountId === 'string' && typeof userId === 'string') return { accountId, userId, isReady: ready === true }
  throw new AppError('upstream', `The document strata/${ID} is damaged: it names no account or no user.`)
}
