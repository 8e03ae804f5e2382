import type { JsonObject } from '@strata/json'
import { isGroup, member } from './leaf.ts'

/**
 * Objects merged leaf by leaf, lowest first: the merge of configuration layers and of storage plans.
 * - objects merge key by key; arrays and scalars replace, whatever was there
 * - `null` on the right deletes the key
 * - an empty object on the right changes nothing: it neither adds the key nor clears it
 * - the marker of a secret is one value, although it reads as an object
 * - the lowest object is taken as it is, empty objects and nulls included
 * Gives `{}` for no arguments. Not associative. Changes no argument.
 * Source: kz_json:merge_recursive/2.
 */
export function mergeRecursive(...lowestFirst: readonly JsonObject[]): JsonObject {
  const [lowest, ...others] = lowestFirst
  return others.reduce<JsonObject>((lower, higher) => mergeTwo(lower, higher), lowest ?? {})
}

function mergeTwo(lower: JsonObject, higher: JsonObject): JsonObject {
  const merged = new Map(Object.entries(lower))
  for (const [key, value] of Object.entries(higher)) {
    const below = member(lower, key)
    if (value === null) merged.delete(key)
    else if (!isGroup(value)) merged.set(key, value)
    else if (isGroup(below)) merged.set(key, mergeTwo(below, value))
    else {
      const added = mergeTwo({}, value)
      if (Object.keys(added).length > 0) merged.set(key, added)
    }
  }
  return Object.fromEntries(merged)
}
