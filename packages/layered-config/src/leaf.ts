import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** Whether a value has leaves below it: an object that is not empty. Everything else is a leaf itself. */
export function isBranch(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).length > 0
}

/** The object's own value for a key; what it inherits from a prototype (`__proto__`, `toString`) does not count. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
