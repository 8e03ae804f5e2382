import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isBranch, member } from './leaf.ts'

/**
 * A document with a PATCH request merged onto it: the merge of every PATCH but the one of a whole system config.
 * - objects merge key by key; arrays and scalars replace
 * - `null` removes the key; nulls stored anywhere else are dropped too, except inside arrays
 * - an empty object replaces what is stored by `{}`
 * Changes neither argument; what has nothing to change may be shared with them.
 * Source: kz_json:merge/2.
 */
export function mergePatch(stored: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>()
  for (const [key, value] of Object.entries(stored)) {
    const above = member(patch, key)
    // Each object is copied once only, however deep it lies.
    if (value !== null && above !== null)
      merged.set(key, above === undefined ? withoutNulls(value) : mergeValue(value, above))
  }
  for (const [key, value] of Object.entries(patch)) {
    if (value !== null && !merged.has(key)) merged.set(key, withoutNulls(value))
  }
  return Object.fromEntries(merged)
}

function mergeValue(stored: JsonValue, patch: JsonValue): JsonValue {
  return isBranch(patch) && isJsonObject(stored) ? mergePatch(stored, patch) : withoutNulls(patch)
}

/** What has no nulls is given back as it is: most of a large document is, and copying it takes long. */
function withoutNulls(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value
  const kept: [string, JsonValue][] = []
  let isSame = true
  for (const key of Object.keys(value)) {
    const below = value[key] ?? null
    const cleaned = withoutNulls(below)
    if (cleaned !== null) kept.push([key, cleaned])
    isSame &&= cleaned !== null && cleaned === below
  }
  return isSame ? value : Object.fromEntries(kept)
}
