import { isJsonObject, type JsonObject } from '@strata/json'
import { inOwnDatabase, ownDatabase } from '#bff/couch/own-document.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Assignments, Topology } from './topology.ts'

const documentId = 'topology'

/** The topology that the operator assigns: one document in Strata's own database. */
export function createTopology(store: Store): Topology {
  async function assignments(): Promise<Assignments> {
    const document = await ownDatabase(store).get(documentId)
    return { revision: document?.revision, zones: fromDoc(document?.fields ?? {}) }
  }

  return {
    assignments,
    async nodes() {
      const { zones } = await assignments()
      return [...zones].map(([name, zone]) => ({ name, zone, source: 'assigned' }))
    },
    async assign(zones, base) {
      const { revision } = await assignments()
      if (revision !== base) throw new AppError('conflict', 'The topology has changed since it was read.')
      const draft = { id: documentId, fields: toDoc(zones), private: { type: documentId } }
      const stored = await inOwnDatabase(store, (database) =>
        database.put(base === undefined ? draft : { ...draft, revision: base }),
      )
      return { revision: stored, zones: fromDoc(draft.fields) }
    },
  }
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
