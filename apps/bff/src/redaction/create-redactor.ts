import { createHmac } from 'node:crypto'
import type { SecretMarker } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { shownAddress } from '@strata/kazoo-schemas'
import { restoreSecrets, type SecretTest } from './restore-secrets.ts'
import { embed, mapChildren } from './tree.ts'

/** Hides secrets from answers and puts stored ones back where a body says "keep". */
export type Redactor = ReturnType<typeof createRedactor>

interface SecretsOfKind {
  readonly isSecret: SecretTest
  readonly fingerprintKey: Uint8Array
}

/** A redactor for one kind of document: `isSecret` says where its secrets lie. */
export function createRedactor({ isSecret, fingerprintKey }: SecretsOfKind) {
  function fingerprint(secret: JsonValue): string {
    return createHmac('sha256', fingerprintKey).update(JSON.stringify(secret)).digest('hex').slice(0, 12)
  }

  function markerAt(secret: JsonValue, path: readonly string[], document: JsonObject) {
    const marker = { $secret: 'set', fingerprint: fingerprint(secret) } as const satisfies SecretMarker
    const shown = typeof secret === 'string' ? shownAddress(secret) : undefined
    // Its name may make all of an address secret, and the rest of it may hold another.
    return shown === undefined || isSecret(path, shown, document) ? marker : { ...marker, shown }
  }

  function redactAt(value: JsonValue, path: readonly string[], document: JsonObject): JsonValue {
    if (value !== null && value !== '' && isSecret(path, value, document)) {
      return markerAt(value, path, document)
    }
    return mapChildren(value, (child, key) => redactAt(child, [...path, key], document))
  }

  function withoutClearedAt(value: JsonValue, path: readonly string[], document: JsonObject): JsonValue {
    const below = mapChildren(value, (child, key) => withoutClearedAt(child, [...path, key], document))
    if (!isJsonObject(below)) return below
    const kept = Object.entries(below).filter(
      ([key, child]) => child !== null || !isSecret([...path, key], child, document),
    )
    return Object.fromEntries(kept)
  }

  return {
    /**
     * A copy of `value` in which every secret reads `{"$secret": "set", "fingerprint": "<12 hex>"}`.
     * - an address that only holds secrets also says itself, with `•••` for each: `shown`
     * - `base` names the path of `value` inside its document (`[]` for a whole one), because secrecy depends on the path
     * - `null` and `""` hide nothing and stay
     */
    redact: (value: JsonValue, base: readonly string[]): JsonValue => redactAt(value, base, embed(value, base)),
    /**
     * A copy of `incoming` with markers resolved against `stored`, the value at the same path.
     * - a marker with the stored secret's fingerprint gives the stored secret; another fingerprint is refused
     * - where its `shown` was edited, the secrets that still read `•••` are the stored ones; for another scheme, host or
     *   port it is refused, and so is a `•••` that was none
     * - a marker where nothing is stored, or where no secret can be, is refused
     * - a string of only `*` or `•` at a secret's path is refused, and an address that is masked at any
     * - `null` stays, so that the merge of a PATCH removes the key; bodies that replace go through `withoutCleared` as well
     * Throws `invalid`, keyed by the path inside of `incoming`, or inside of what lies at `keyedFrom`, a beginning of `base`.
     */
    restore: (
      incoming: JsonValue,
      stored: JsonValue | undefined,
      base: readonly string[],
      keyedFrom?: readonly string[],
    ): JsonValue => restoreSecrets({ isSecret, markerAt, redactAt }, incoming, stored, base, keyedFrom),
    /** A copy of `value` without the keys whose secret is `null`: what a body that replaces a document means by clearing. */
    withoutCleared: (value: JsonValue, base: readonly string[]): JsonValue =>
      withoutClearedAt(value, base, embed(value, base)),
    fingerprint,
  }
}
