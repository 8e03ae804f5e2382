import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors.ts'

/** Strata's own database: the only one it makes on any store. */
export const OWN_DATABASE = 'strata'

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
  const document = await store.database(OWN_DATABASE).get(ID)
  if (document === undefined) return undefined
  const { account_id: accountId, user_id: userId, ready } = document.fields
  if (typeof accountId !== 'string' || typeof userId !== 'string') {
    throw new AppError('upstream', `The document ${OWN_DATABASE}/${ID} is damaged: it names no account or no user.`)
  }
  return { accountId, userId, isReady: ready === true }
}

/** Writes the marker; of servers that do so at once one wins, and all get the winner's. */
export async function claimStore(store: Store, ids: { accountId: string; userId: string }, now: Date): Promise<Marker> {
  await store.create(OWN_DATABASE)
  const fields = { account_id: ids.accountId, user_id: ids.userId, created: now.toISOString(), ready: false }
  try {
    await store.database(OWN_DATABASE).put({ id: ID, fields, private: { type: ID } })
  } catch (error) {
    const winner = error instanceof AppError && error.kind === 'conflict' ? await readMarker(store) : undefined
    if (winner === undefined) throw error
    return winner
  }
  return { ...ids, isReady: false }
}

/** Notes that the first start came to its end. Another server may have noted the same. */
export async function markReady(store: Store): Promise<void> {
  const database = store.database(OWN_DATABASE)
  const document = await database.get(ID)
  if (document === undefined || document.fields.ready === true) return
  await database.put({ ...document, fields: { ...document.fields, ready: true } }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.kind === 'conflict')) throw error
  })
}
