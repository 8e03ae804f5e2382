import { isJsonObject, type JsonObject } from '@strata/json'

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
