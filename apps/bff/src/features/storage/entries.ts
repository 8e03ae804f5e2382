import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** The object entries of one of a document's maps; none where there is no such map. */
export function entriesOf(document: JsonObject, map: 'attachments' | 'connections'): [string, JsonObject][] {
  const entries = document[map]
  if (!isJsonObject(entries)) return []
  return Object.entries(entries).flatMap(([id, entry]) => (isJsonObject(entry) ? [[id, entry]] : []))
}

/** A copy of a document with each object entry of its `attachments` replaced; entries of other shapes stay. */
export function mapAttachments(document: JsonObject, map: (entry: JsonObject, id: string) => JsonObject): JsonObject {
  if (!isJsonObject(document.attachments)) return document
  const attachments = Object.entries(document.attachments).map(([id, entry]) => [
    id,
    isJsonObject(entry) ? map(entry, id) : entry,
  ])
  return { ...document, attachments: Object.fromEntries(attachments) }
}

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

/** What KAZOO signs of a back-end: keys that begin with `_` are notes on it. */
export function withoutPrivate(entry: JsonObject): JsonValue {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !key.startsWith('_')))
}

/** Whether an S3 back-end has no keys of its own: whoever stores a file signs in with the role of its node (KAZOO 5). */
export function usesNodeRole({ handler, settings }: JsonObject): boolean {
  return handler === 's3' && isJsonObject(settings) && settings.key === undefined && settings.secret === undefined
}
