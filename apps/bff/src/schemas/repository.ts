import type { JsonObject } from '@strata/json'
import type { KazooVersion } from '@strata/schema-catalogue'

/** KAZOO's schemas: those in `system_schemas` win, the bundled catalogue fills in what is missing. */
export interface SchemaRepository {
  /** Sorted ids; `kapi.*` only with `internals`. */
  ids(internals?: boolean): Promise<string[]>
  /** The schema as stored or bundled, KAZOO's spelling (draft-04, `$ref` by document id). */
  get(id: string): Promise<JsonObject | undefined>
  /**
   * A consistent set for one request, synchronous to read. Two snapshots with the same `revision` hold the same schemas.
   */
  snapshot(): Promise<SchemaSnapshot>
  /**
   * Which KAZOO the store counts as: 5 where its own `storage.plan.database` has `range`, 4.3 where it has none. A store
   * without that schema is taken for what the configuration says.
   */
  kazooVersion(): Promise<KazooVersion>
}

export interface SchemaSnapshot {
  readonly revision: string
  readonly get: (id: string) => JsonObject | undefined
  readonly ids: readonly string[]
}
