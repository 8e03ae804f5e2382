import type { Store } from '#bff/couch/store.ts'
import { inOwnDatabase, isConflict, ownDatabase } from '../couch/own-document.ts'
import type { Auth } from './create-auth.ts'

const prefix = 'signed_out.'
const sweepSize = 1000

/** Whether a session was signed out before its tokens ended, on whichever server. */
export async function isSignedOut({ store }: Auth, sessionId: string): Promise<boolean> {
  return (await ownDatabase(store).get(prefix + sessionId)) !== undefined
}

/** Signs a session out until `until`, when its last token has ended anyway. Sign-outs that no longer matter are swept. */
export async function signOut({ store, clock }: Auth, sessionId: string, until: Date): Promise<void> {
  await sweep(store, clock())
  const draft = { id: prefix + sessionId, fields: { until: until.toISOString() }, private: { type: 'signed_out' } }
  await inOwnDatabase(store, (database) => database.put(draft)).catch((error: unknown) => {
    if (!isConflict(error)) throw error
  })
}

async function sweep(store: Store, now: Date): Promise<void> {
  const database = ownDatabase(store)
  const found = await database.range({ start: prefix, end: `${prefix}\uffff`, limit: sweepSize })
  const past = found.filter(({ fields }) => String(fields.until) < now.toISOString())
  await Promise.all(past.map(({ id, revision }) => database.remove(id, revision).catch(() => undefined)))
}
