import { isJsonObject, type JsonObject } from '@strata/json'
import type { KnownNode } from '@strata/layered-config'
import { inOwnDatabase, ownDatabase } from '#bff/couch/own-document.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'

/** Which nodes the cluster has and which zones they are in: one document in Strata's own database, as KAZOO has none. */
const documentId = 'topology'

/** A node that is known, its zone as far as anybody knows it, and who says so. */
export interface TopologyNode extends KnownNode {
  readonly source: 'assigned' | 'announced'
}

/** What the operator assigned, as it is stored. */
export interface Assignments {
  /** Undefined where nothing was ever assigned. */
  readonly revision: string | undefined
  /** By name. */
  readonly zones: ReadonlyMap<string, string | undefined>
}

/** Sorted by name. */
export async function knownNodes(store: Store): Promise<readonly TopologyNode[]> {
  const { zones } = await readAssignments(store)
  return [...zones].map(([name, zone]) => ({ name, zone, source: 'assigned' }))
}

export async function readAssignments(store: Store): Promise<Assignments> {
  const document = await ownDatabase(store).get(documentId)
  return { revision: document?.revision, zones: fromDoc(document?.fields ?? {}) }
}

/** Replaces what was assigned. Throws `conflict` when another revision is stored than the one given. */
export async function assignZones(
  store: Store,
  zones: Assignments['zones'],
  base: string | undefined,
): Promise<Assignments> {
  const { revision } = await readAssignments(store)
  if (revision !== base) throw new AppError('conflict', 'The topology has changed since it was read.')
  const draft = { id: documentId, fields: toDoc(zones), private: { type: documentId } }
  const stored = await inOwnDatabase(store, (database) =>
    database.put(base === undefined ? draft : { ...draft, revision: base }),
  )
  return { revision: stored, zones: fromDoc(draft.fields) }
}

function fromDoc({ nodes }: JsonObject): Assignments['zones'] {
  const entries = Object.entries(isJsonObject(nodes) ? nodes : {})
  return new Map(
    entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, zone]) => [name, typeof zone === 'string' ? zone : undefined]),
  )
}

function toDoc(zones: Assignments['zones']): JsonObject {
  return { nodes: Object.fromEntries([...zones].map(([name, zone]) => [name, zone ?? null])) }
}
