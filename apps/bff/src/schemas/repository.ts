import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@strata/json'
import { catalogueOf, type KazooVersion } from '@strata/schema-catalogue'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'

/** KAZOO's schemas: those in `system_schemas` win, the bundled catalogue fills in what is missing. */
export type SchemaRepository = ReturnType<typeof createSchemaRepository>

export interface SchemaSnapshot {
  readonly revision: string
  readonly get: (id: string) => JsonObject | undefined
  readonly ids: readonly string[]
}

/** Schemas of messages between nodes: not for those who configure. */
const internalPrefix = 'kapi.'

interface Known {
  readonly stored: readonly StoredDocument[]
  readonly version: KazooVersion
  readonly snapshot: SchemaSnapshot
}

/** The schemas of a store over the bundled ones of its version, current as of each call. */
export function createSchemaRepository(store: Store, configured: KazooVersion) {
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

  /**
   * A consistent set for one request, synchronous to read. Two snapshots with the same `revision` hold the same schemas.
   */
  async function snapshot(): Promise<SchemaSnapshot> {
    return (await current()).snapshot
  }

  /**
   * Which KAZOO the store counts as: 5 where its own `storage.plan.database` has `range`, 4.3 where it has none. A store
   * without that schema is taken for what the configuration says.
   */
  async function kazooVersion(): Promise<KazooVersion> {
    return (await current()).version
  }

  /** Sorted ids; `kapi.*` only with `internals`. */
  async function ids(internals = false): Promise<string[]> {
    return (await snapshot()).ids.filter((id) => internals || !id.startsWith(internalPrefix))
  }

  /** The schema as stored or bundled, KAZOO's spelling (draft-04, `$ref` by document id). */
  async function get(id: string): Promise<JsonObject | undefined> {
    return (await snapshot()).get(id)
  }

  return { snapshot, kazooVersion, ids, get }
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
