import { isJsonObject, type JsonObject } from '@strata/json'
import type { KazooSchema } from './kazoo-schema.ts'

/**
 * A schema with what another version of KAZOO says otherwise.
 * - objects merge key by key, in alphabetical order; anything else replaces
 * - `null` takes a key away: no schema has one as a value
 */
export function changed(schema: KazooSchema, difference: JsonObject): KazooSchema {
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
