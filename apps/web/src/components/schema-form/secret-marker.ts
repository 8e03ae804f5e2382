import type { SecretMarker } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import { shownAddress } from '@strata/kazoo-schemas'

/** Whether a value stands for a secret that the server keeps to itself. */
export function isSecretMarker(value: JsonValue | undefined): value is JsonValue & SecretMarker {
  return isJsonObject(value) && value.$secret === 'set' && typeof value.fingerprint === 'string'
}

/** Whether nothing of a value is told: it stands for a secret that is no address. */
export function isWholeSecret(value: JsonValue | undefined): boolean {
  return isSecretMarker(value) && value.shown === undefined
}

/** A secret in a line of text: the address that it is part of, else its fingerprint. What was typed is hidden, too. */
export function secretInWords(marker: SecretMarker): string {
  const { shown } = marker
  return shown === undefined ? `#${shortFingerprint(marker)}` : (shownAddress(shown) ?? shown)
}

/** As much of a fingerprint as tells two secrets apart for a person. */
export function shortFingerprint({ fingerprint }: SecretMarker): string {
  return fingerprint.slice(0, 4)
}
