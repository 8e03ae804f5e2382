import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@strata/json'
import { catalogueOf, type KazooVersion } from '@strata/schema-catalogue'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import type { SchemaRepository, SchemaSnapshot } from './repository.ts'

/** Schemas of messages between nodes: not for those who configure. */
const internalPrefix = 'kapi.'

interface Known {
  readonly stored: readonly StoredDocument[]
  readonly version: KazooVersion
  readonly snapshot: SchemaSnapshot
}

/** The schemas of a store over the bundled ones of its version, current as of each call. */
export function createSchemaRepository(store: Store, configured: KazooVersion): SchemaRepository {
  const mirror = createMirror(store.database('system_schemas'), (document) =>
    document.private.deleted === true ? undefined : document,
  )
  let known: Known | undefined

  async function current(): Promise<Known> {
    const documents = await mirror.current()
    const stored = [...documents.values()]
    if (known === undefined || !areSame(known.stored, stored)) {
      const version = versionOf(documents.get('storage.plan.database')?.fields) ?? configured
      known = { stored, version, snapshot: createSnapshot(stored, version) }
    }
    return known
  }

  const snapshot = async () => (await current()).snapshot

  return {
    snapshot,
    kazooVersion: async () => (await current()).version,
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

/** What a store's own schema of a plan's classes says of its KAZOO. */
function versionOf(planClass: JsonObject | undefined): KazooVersion | undefined {
  if (planClass === undefined) return undefined
  return isJsonObject(planClass.properties) && Object.hasOwn(planClass.properties, 'range') ? '5' : '4.3'
}

function createSnapshot(stored: readonly StoredDocument[], version: KazooVersion): SchemaSnapshot {
  const schemas = new Map<string, JsonObject>([
    ...[...catalogueOf(version)].map(([id, { _id, ...schema }]) => [id, schema] as const),
    ...stored.map(({ id, fields }) => [id, fields] as const),
  ])
  const revisions = stored.map(({ id, revision }) => [id, revision])
  return {
    revision: createHash('sha256').update(JSON.stringify(revisions.sort())).digest('hex').slice(0, 16),
    ids: [...schemas.keys()].sort(),
    get: (id) => schemas.get(id),
  }
}
