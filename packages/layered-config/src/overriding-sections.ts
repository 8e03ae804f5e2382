import { formatPointer, getAt, isJsonObject, type JsonObject, parsePointer } from '@strata/json'

/** The zones and nodes that set a leaf, in the document's order. */
export function overridingSections(sections: JsonObject, pointer: string): readonly string[] {
  const [key = '', ...deeper] = parsePointer(pointer)
  const named = sectionsByKey(sections).get(key) ?? []
  if (deeper.length === 0) return named
  return named.filter((section) => getAt(sections, formatPointer([section]) + pointer) !== undefined)
}

/** Worked out once a document: every row of a form asks, and there may be hundreds of nodes. */
const known = new WeakMap<JsonObject, ReadonlyMap<string, readonly string[]>>()

function sectionsByKey(sections: JsonObject): ReadonlyMap<string, readonly string[]> {
  const found = known.get(sections)
  if (found !== undefined) return found
  const byKey = new Map<string, string[]>()
  for (const [section, values] of Object.entries(sections)) {
    if (section === 'default' || !isJsonObject(values)) continue
    for (const key of Object.keys(values)) {
      const named = byKey.get(key)
      if (named === undefined) byKey.set(key, [section])
      else named.push(section)
    }
  }
  known.set(sections, byKey)
  return byKey
}
