import type { JsonObject } from '@strata/json'
import { changed } from './changed.ts'
import type { KazooSchema } from './kazoo-schema.ts'
import type { KazooVersion } from './kazoo-version.ts'
import { changes5, schemas5, schemas43 } from './schemas.generated.ts'

const kazoo43 = new Map(schemas43.map(whole))

// KAZOO 5 took no schema away.
const kazoo5 = new Map([...kazoo43, ...schemas5.map(whole)])
for (const [id, changes] of changes5) {
  const schema = kazoo43.get(id)
  if (schema !== undefined) kazoo5.set(id, changed(schema, changes))
}

const catalogues: Readonly<Record<KazooVersion, ReadonlyMap<string, KazooSchema>>> = { '4.3': kazoo43, '5': kazoo5 }

/** Every bundled schema of a version by its id, in KAZOO's own shape (draft-04, `$ref` by id). */
export function catalogueOf(version: KazooVersion): ReadonlyMap<string, KazooSchema> {
  return catalogues[version]
}

/** A schema with what KAZOO writes around every one: its files here say the rest. */
function whole([id, schema]: readonly [string, JsonObject]): readonly [string, KazooSchema] {
  const type = id.startsWith('system_config.') ? { type: 'object' } : {}
  return [id, { _id: id, $schema: 'http://json-schema.org/draft-04/schema#', ...type, ...schema }]
}
