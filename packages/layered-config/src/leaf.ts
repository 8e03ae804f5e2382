import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** Whether a value has leaves below it: a group that is not empty. Everything else is a leaf itself. */
export function isBranch(value: JsonValue | undefined): value is JsonObject {
  return isGroup(value) && Object.keys(value).length > 0
}

/** Whether a value may hold others by their keys: an object, empty or not, that is no marker. */
export function isGroup(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && !isSecretMarker(value)
}

/**
 * Whether a value stands for a secret that the server keeps to itself: one value, although it reads as an object.
 * `shown` is what may be told of it, an address without its secrets.
 */
export function isSecretMarker(
  value: JsonValue | undefined,
): value is JsonObject & { readonly $secret: 'set'; readonly fingerprint: string; readonly shown?: string } {
  return isJsonObject(value) && value.$secret === 'set' && typeof value.fingerprint === 'string'
}

/** The object's own value for a key; what it inherits from a prototype (`__proto__`, `toString`) does not count. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
