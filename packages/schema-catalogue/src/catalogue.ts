import type { KazooSchema } from './kazoo-schema.ts'
import type { KazooVersion } from './kazoo-version.ts'
import { kazoo5 } from './kazoo5/kazoo5.ts'
import { kazoo43 } from './kazoo43.ts'

const catalogues: Readonly<Record<KazooVersion, ReadonlyMap<string, KazooSchema>>> = {
  '4.3': byId(kazoo43),
  // Later ones win: KAZOO 5 took no schema away.
  '5': byId([...kazoo43, ...kazoo5]),
}

/** Every bundled schema of a version by its id, in KAZOO's own shape (draft-04, `$ref` by id). */
export function catalogueOf(version: KazooVersion): ReadonlyMap<string, KazooSchema> {
  return catalogues[version]
}

function byId(schemas: readonly KazooSchema[]): ReadonlyMap<string, KazooSchema> {
  return new Map(schemas.map((schema) => [schema._id, schema]))
}
