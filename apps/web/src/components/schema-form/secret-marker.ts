import type { SecretMarker } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { shownAddress } from '@strata/kazoo-schemas'
import { isSecretMarker } from '@strata/layered-config'

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
