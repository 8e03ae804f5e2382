import { isJsonObject, type JsonObject } from '@strata/json'
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

/**
 * A schema with what another version of KAZOO says otherwise.
 * - objects merge key by key, in alphabetical order; anything else replaces
 * - `null` takes a key away: no schema has one as a value
 */
function changed(schema: KazooSchema, difference: JsonObject): KazooSchema {
  return { ...merge(schema, difference), _id: schema._id }
}

function merge(below: JsonObject, over: JsonObject): JsonObject {
  const merged = new Map(Object.entries(below))
  for (const [key, value] of Object.entries(over)) {
    const existing = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isJsonObject(existing) && isJsonObject(value) ? merge(existing, value) : value)
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}
