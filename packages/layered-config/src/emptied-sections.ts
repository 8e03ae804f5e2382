import { isJsonObject, type JsonObject } from '@strata/json'
import { isBranch, member } from './leaf.ts'
import { isSectionName } from './section-name.ts'

/** The sections that are stored without saying anything: the same to every node as none. */
export function emptySections(sections: JsonObject): string[] {
  return Object.entries(sections).flatMap(([section, values]) =>
    isSectionName(section) && isJsonObject(values) && Object.keys(values).length === 0 ? [section] : [],
  )
}

/** A document after a change, without the sections that the change emptied. Those that were empty before stay. */
export function withoutEmptiedSections(before: JsonObject, after: JsonObject): JsonObject {
  const emptied = new Set(emptySections(after).filter((section) => isBranch(member(before, section))))
  return emptied.size === 0 ? after : Object.fromEntries(Object.entries(after).filter(([name]) => !emptied.has(name)))
}
