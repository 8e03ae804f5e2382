import type { SecretMarker } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'

/** Whether a value stands for a secret that the server keeps to itself. */
export function isSecretMarker(value: JsonValue | undefined): value is JsonValue & SecretMarker {
  return isJsonObject(value) && value.$secret === 'set' && typeof value.fingerprint === 'string'
}

/** As much of a fingerprint as tells two secrets apart for a person. */
export function shortFingerprint({ fingerprint }: SecretMarker): string {
  return fingerprint.slice(0, 4)
}
