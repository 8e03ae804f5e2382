import {
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
  removeAt,
} from '@strata/json'

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
  const tokens = parsePointer(pointer)
  const removed = removeAt(document, pointer)
  if (!isJsonObject(removed)) return {}
  const parent = formatPointer(tokens.slice(0, -1))
  const isEmptied = parent !== '' && removed !== document && isEmpty(getAt(removed, parent))
  return isEmptied ? unsetAt(removed, parent) : removed
}

function isEmpty(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}
