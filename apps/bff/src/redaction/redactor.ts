import type { JsonObject, JsonValue } from '@strata/json'

/** Hides secrets from answers and puts stored ones back where a body says "keep". */
export interface Redactor {
  /**
   * A copy of `value` in which every secret leaf reads `{"$secret": "set", "fingerprint": "<12 hex>"}`.
   * `base` names the path of `value` inside its document (`[]` for a whole one), because secrecy depends on the path.
   */
  redact(value: JsonValue, base: readonly string[]): JsonValue
  /**
   * A copy of `incoming` with markers resolved against `stored`, the value at the same path.
   * - a marker with the stored secret's fingerprint gives the stored secret; another fingerprint is refused
   * - a string of only `*` or `•` at a secret's path is refused
   * Throws `invalid`, keyed by the path.
   */
  restore(incoming: JsonValue, stored: JsonValue | undefined, base: readonly string[]): JsonValue
  fingerprint(secret: JsonValue): string
}

export type SecretTest = (path: readonly string[], value: JsonValue, document: JsonObject) => boolean
