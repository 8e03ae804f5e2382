import { createHmac } from 'node:crypto'
import type { SecretMarker } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { shownAddress } from '@strata/kazoo-schemas'
import type { Redactor, SecretTest } from './redactor.ts'
import { restoreSecrets } from './restore-secrets.ts'
import { embed, mapChildren } from './tree.ts'

interface RedactorParts {
  readonly isSecret: SecretTest
  readonly fingerprintKey: Uint8Array
}

/** A redactor for one kind of document: `isSecret` says where its secrets lie. Rules: `Redactor`. */
export function createRedactor({ isSecret, fingerprintKey }: RedactorParts): Redactor {
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
    redact: (value, base) => redactAt(value, base, embed(value, base)),
    restore: (incoming, stored, base, keyedFrom) =>
      restoreSecrets({ isSecret, markerAt, redactAt }, incoming, stored, base, keyedFrom),
    withoutCleared: (value, base) => withoutClearedAt(value, base, embed(value, base)),
    fingerprint,
  }
}
