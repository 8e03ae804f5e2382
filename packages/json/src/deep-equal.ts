import { isJsonObject, type JsonValue } from './json-value.ts'

/**
 * Whether two JSON values are the same value.
 * - objects: same keys, equal values, in any order; arrays: same length and order
 * - numbers compare as JavaScript does, so `1` equals `1.0`
 * Never throws.
 */
export function deepEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => deepEqual(item, b[index]))
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]))
    )
  }
  return false
}
