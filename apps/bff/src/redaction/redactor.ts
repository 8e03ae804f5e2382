import type { JsonObject, JsonValue } from '@strata/json'

/** Hides secrets from answers and puts stored ones back where a body says "keep". */
export interface Redactor {
  /**
   * A copy of `value` in which every secret reads `{"$secret": "set", "fingerprint": "<12 hex>"}`.
   * - an address that only holds secrets also says itself, with `•••` for each: `shown`
   * - `base` names the path of `value` inside its document (`[]` for a whole one), because secrecy depends on the path
   * - `null` and `""` hide nothing and stay
   */
  redact(value: JsonValue, base: readonly string[]): JsonValue
  /**
   * A copy of `incoming` with markers resolved against `stored`, the value at the same path.
   * - a marker with the stored secret's fingerprint gives the stored secret; another fingerprint is refused
   * - where its `shown` was edited, the secrets that still read `•••` are the stored ones; for another scheme, host or port
   *   it is refused, and so is a `•••` that was none
   * - a marker where nothing is stored, or where no secret can be, is refused
   * - a string of only `*` or `•` at a secret's path is refused, and an address that is masked at any
   * - `null` stays, so that the merge of a PATCH removes the key; bodies that replace go through `withoutCleared` as well
   * Throws `invalid`, keyed by the path inside of `incoming`, or inside of what lies at `keyedFrom`, a beginning of `base`.
   */
  restore(
    incoming: JsonValue,
    stored: JsonValue | undefined,
    base: readonly string[],
    keyedFrom?: readonly string[],
  ): JsonValue
  /** A copy of `value` without the keys whose secret is `null`: what a body that replaces a document means by clearing. */
  withoutCleared(value: JsonValue, base: readonly string[]): JsonValue
  fingerprint(secret: JsonValue): string
}

/** Whether what lies at `path` is a secret. `document` is the whole as far as it is known: it holds `value` at `path`. */
export type SecretTest = (path: readonly string[], value: JsonValue, document: JsonObject) => boolean
