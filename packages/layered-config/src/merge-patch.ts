import { isJsonObject, type JsonObject } from '@strata/json'
import { isBranch, member } from './leaf.ts'

/**
 * A document with a PATCH request merged onto it: the merge of every PATCH but the one of a whole system config.
 * - objects merge key by key; arrays and scalars replace
 * - `null` removes the key; nulls stored anywhere else are dropped too, except inside arrays
 * - an empty object replaces what is stored by `{}`
 * Changes neither argument.
 * Source: kz_json:merge/2.
 */
export function mergePatch(stored: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(withoutNulls(stored)))
  for (const [key, value] of Object.entries(patch)) {
    const below = member(stored, key)
    if (value === null) merged.delete(key)
    else if (isBranch(value) && isJsonObject(below)) merged.set(key, mergePatch(below, value))
    else merged.set(key, isJsonObject(value) ? withoutNulls(value) : value)
  }
  return Object.fromEntries(merged)
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, isJsonObject(value) ? withoutNulls(value) : value]),
  )
}
