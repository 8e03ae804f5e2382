import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isBranch, member } from './leaf.ts'

/**
 * The part of `full` worth storing: its leaves that differ from `base`.
 * - a leaf is a scalar, an array or an empty object; arrays are compared as a whole and in order
 * - an empty object is kept unless `base` has an empty object there; an object left without leaves vanishes
 * - `null` is never stored: it can only say "nothing here"
 * - a key only in `base` is not recorded: a difference cannot delete
 * Gives `{}` when nothing differs. Changes neither argument.
 * Source: kz_json:diff/2.
 */
export function diff(full: JsonObject, base: JsonObject): JsonObject {
  const different: [string, JsonValue][] = []
  for (const [key, value] of Object.entries(full)) {
    const below = member(base, key)
    if (isBranch(value)) {
      const part = diff(value, isJsonObject(below) ? below : {})
      if (isBranch(part)) different.push([key, part])
    } else if (value !== null && !deepEqual(value, below)) {
      different.push([key, value])
    }
  }
  return Object.fromEntries(different)
}
