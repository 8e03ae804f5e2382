import { deepEqual, type JsonObject, type JsonValue } from '@strata/json'

/** What a draft does to a back-end or connection; undefined where it leaves it as it is stored. */
export function stateOf(stored: JsonValue | undefined, entry: JsonObject): 'added' | 'changed' | undefined {
  if (stored === undefined) return 'added'
  return deepEqual(stored, entry) ? undefined : 'changed'
}
