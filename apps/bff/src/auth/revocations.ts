import type { Store } from '#bff/couch/store.ts'
import { inOwnDatabase, isConflict, ownDatabase } from '../couch/own-document.ts'

const prefix = 'signed_out.'
const sweepSize = 1000

/** Sessions that were signed out before their tokens ended. */
export type Revocations = ReturnType<typeof createRevocations>

/** Keeps sign-outs in the `strata` database, so that they count on every server; those that no longer matter are swept. */
export function createRevocations(store: Store, clock: () => Date) {
  return {
    async has(sessionId: string): Promise<boolean> {
      return (await ownDatabase(store).get(prefix + sessionId)) !== undefined
    },
    /** Remembers the session until `until`, when its last token has ended anyway. */
    async add(sessionId: string, until: Date): Promise<void> {
      await sweep(store, clock())
      const draft = { id: prefix + sessionId, fields: { until: until.toISOString() }, private: { type: 'signed_out' } }
      await inOwnDatabase(store, (database) => database.put(draft)).catch((error: unknown) => {
        if (!isConflict(error)) throw error
      })
    },
  }
}

async function sweep(store: Store, now: Date): Promise<void> {
  const database = ownDatabase(store)
  const found = await database.range({ start: prefix, end: `${prefix}\uffff`, limit: sweepSize })
  const past = found.filter(({ fields }) => String(fields.until) < now.toISOString())
  await Promise.all(past.map(({ id, revision }) => database.remove(id, revision).catch(() => undefined)))
}
