import { getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { leaves } from './leaves.ts'
import { type ReadsMembers, readPointer } from './read-pointer.ts'

/** What a section stores, as far as nodes read it: the value at each pointer that is read, in the order stored. */
export function sectionReads(values: JsonValue | undefined, readsMembers: ReadsMembers): Map<string, JsonValue> {
  if (!isJsonObject(values)) return new Map()
  return new Map(readsOf(values, readsMembers))
}

function readsOf(values: JsonObject, readsMembers: ReadsMembers): [string, JsonValue][] {
  return leaves(values).flatMap(({ pointer }) => {
    const read = readPointer(pointer, readsMembers)
    const value = read === undefined ? undefined : getAt(values, read)
    return read === undefined || value === undefined ? [] : [[read, value]]
  })
}
