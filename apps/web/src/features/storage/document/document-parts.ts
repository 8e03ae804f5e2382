import { getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { takeAt } from '#web/lib/draft/merge-leaves.ts'

/** The maps of a storage document that a plan's rules name entries of. */
export type EntryMap = 'attachments' | 'connections'

/** The object at a pointer; an empty one where there is none. */
export function objectAt(value: JsonValue | undefined, pointer: string): JsonObject {
  const found = getAt(value, pointer)
  return isJsonObject(found) ? found : {}
}

/** The object entries of one of a document's maps; what is no object is left to the JSON view. */
export function entriesOf(document: JsonObject, map: EntryMap): [id: string, entry: JsonObject][] {
  return Object.entries(objectAt(document, `/${map}`)).flatMap(([id, entry]): [string, JsonObject][] =>
    isJsonObject(entry) ? [[id, entry]] : [],
  )
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A document without what is at a pointer, and without the objects around it that have nothing left in them. */
export function unsetAt(document: JsonObject, pointer: string): JsonObject {
  return takeAt({ document, stored: {} }, pointer, undefined)
}
