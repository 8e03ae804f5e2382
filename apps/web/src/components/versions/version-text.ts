import type { JsonObject, JsonValue } from '@strata/json'
import { isJsonObject } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { secretInWords, shortFingerprint } from '../schema-form/secret-marker.ts'

/** A document as lines to compare: keys in one order, and of a secret what tells it from another. */
export function versionText(document: JsonObject): string {
  return `${JSON.stringify(document, (_key, value: JsonValue) => shown(value), 2)}\n`
}

function shown(value: JsonValue): JsonValue {
  if (isSecretMarker(value)) {
    const words = secretInWords(value)
    return value.shown === undefined ? `secret ${words}` : `${words} #${shortFingerprint(value)}`
  }
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
