import type { JsonObject } from '@strata/json'

/**
 * What of a back-end or connection a test of it is about.
 * - its `name` is for people: where files go, and whether they arrive, does not depend on it
 * - keys that begin with `_` are notes on it
 */
export function testedPart(entry: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'name' && !key.startsWith('_')))
}
