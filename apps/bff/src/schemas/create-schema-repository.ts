import { createHash } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { catalogue } from '@strata/schema-catalogue'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import type { SchemaRepository, SchemaSnapshot } from './repository.ts'

/** Schemas of messages between nodes: not for those who configure. */
const internalPrefix = 'kapi.'

interface Known {
  readonly stored: readonly StoredDocument[]
  readonly snapshot: SchemaSnapshot
}

/** The schemas of a store over the bundled ones, current as of each call. */
export function createSchemaRepository(store: Store): SchemaRepository {
  const mirror = createMirror(store.database('system_schemas'), (document) =>
    document.private.deleted === true ? undefined : document,
  )
  let known: Known | undefined

  async function snapshot(): Promise<SchemaSnapshot> {
    const stored = [...(await mirror.current()).values()]
    if (known === undefined || !areSame(known.stored, stored)) known = { stored, snapshot: createSnapshot(stored) }
    return known.snapshot
  }

  return {
    snapshot,
    async ids(internals = false) {
      const { ids } = await snapshot()
      return ids.filter((id) => internals || !id.startsWith(internalPrefix))
    },
    async get(id) {
      return (await snapshot()).get(id)
    },
  }
}

/** The mirror replaces the entry of a document that changed and keeps all others. */
function areSame(a: readonly StoredDocument[], b: readonly StoredDocument[]): boolean {
  return a.length === b.length && a.every((document, index) => document === b[index])
}

function createSnapshot(stored: readonly StoredDocument[]): SchemaSnapshot {
  const schemas = new Map<string, JsonObject>([
    ...[...catalogue].map(([id, { _id, ...schema }]) => [id, schema] as const),
    ...stored.map(({ id, fields }) => [id, fields] as const),
  ])
  const revisions = stored.map(({ id, revision }) => [id, revision])
  return {
    revision: createHash('sha256').update(JSON.stringify(revisions.sort())).digest('hex').slice(0, 16),
    ids: [...schemas.keys()].sort(),
    get: (id) => schemas.get(id),
  }
}
