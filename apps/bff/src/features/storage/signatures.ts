import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mapAttachments } from './entries.ts'

/**
 * A document whose back-ends carry the signature that KAZOO gave them, where they are still what KAZOO tested.
 * - `_sig` of a client proves nothing and is dropped
 * - a stored `_sig` stays on an entry that equals the stored one, keys that begin with `_` apart
 */
export function withKeptSignatures(document: JsonObject, stored: JsonObject): JsonObject {
  const storedEntries = isJsonObject(stored.attachments) ? stored.attachments : {}
  return mapAttachments(document, (entry, id) => {
    const { _sig: ignored, ...unsigned } = entry
    const before = Object.hasOwn(storedEntries, id) ? storedEntries[id] : undefined
    return isJsonObject(before) &&
      before._sig !== undefined &&
      deepEqual(withoutPrivate(unsigned), withoutPrivate(before))
      ? { ...unsigned, _sig: before._sig }
      : unsigned
  })
}

/** What of a back-end its test is about: keys that begin with `_` are notes on it. */
export function withoutPrivate(entry: JsonObject): JsonValue {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !key.startsWith('_')))
}
