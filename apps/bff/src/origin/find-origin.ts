import { ownDatabase } from '#bff/couch/own-document.ts'
import type { Store } from '#bff/couch/store.ts'
import { readMarker } from './marker.ts'

/** Whose store it is. `empty` may become Strata's; any that is neither is KAZOO's, whatever it holds. */
export type Origin = 'strata' | 'kazoo'

/**
 * Looks at a store without changing it.
 * - Strata's has the marker; empty is one whose listing succeeds and shows nothing of anybody
 * - the marker is looked for again after a listing that shows something: another server may be starting on the same
 *   store, and writes the marker before anything else
 * Throws when the listing fails: that says nothing about what the store holds.
 */
export async function findOrigin(store: Store): Promise<Origin | 'empty'> {
  if ((await readMarker(store)) !== undefined) return 'strata'
  if (await isEmpty(store)) return 'empty'
  return (await readMarker(store)) === undefined ? 'kazoo' : 'strata'
}

/** Strata's own database may be there already, when a first start ended between making it and writing the marker. */
async function isEmpty(store: Store): Promise<boolean> {
  const own = ownDatabase(store)
  const foreign = (await store.databases()).filter((name) => !name.startsWith('_') && name !== own.name)
  return foreign.length === 0 && (await own.ids({ limit: 1 })).length === 0
}
