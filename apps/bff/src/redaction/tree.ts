import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** A copy of a list or object with each child replaced; anything else as it is. List items are keyed by their index. */
export function mapChildren(value: JsonValue, map: (child: JsonValue, key: string) => JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((child, index) => map(child, String(index)))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, map(child, key)]))
}

export function childOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(key)]
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The smallest document that holds `value` at `path`. */
export function embed(value: JsonValue, path: readonly string[]): JsonObject {
  const whole = path.reduceRight<JsonValue>((inner, key) => Object.fromEntries([[key, inner]]), value)
  return isJsonObject(whole) ? whole : {}
}
