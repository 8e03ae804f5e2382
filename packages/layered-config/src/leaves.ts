import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { type Sections, sectionValues } from './category.ts'
import { isBranch } from './leaf.ts'

export interface Leaf {
  readonly pointer: string
  readonly value: JsonValue
}

/**
 * The leaves of an object in the order they are stored: what an operator sees as one value each.
 * - a leaf is a scalar (`null` included), an array, an empty object or the marker of a secret
 * - the object itself is never one, so `{}` gives none
 */
export function leaves(object: JsonObject): Leaf[] {
  return leavesBelow(object, '')
}

/** How many leaves the sections of a document set: its overrides. Sections that are not objects count for nothing. */
export function countOverrides(sections: JsonObject): number {
  return Object.values(sections).reduce<number>(
    (sum, values) => sum + (isJsonObject(values) ? countLeaves(values) : 0),
    0,
  )
}

/** The sections that set anything: where a document's overrides are. */
export function sectionsWithOverrides(sections: Sections): string[] {
  return Object.keys(sections).filter((name) => overridesOf(sections, name) > 0)
}

/** How many leaves a section sets. */
export function overridesOf(sections: Sections, section: string): number {
  return countLeaves(sectionValues(sections, section))
}

function leavesBelow(object: JsonObject, prefix: string, found: Leaf[] = []): Leaf[] {
  for (const [key, value] of Object.entries(object)) {
    const pointer = prefix + formatPointer([key])
    if (isBranch(value)) leavesBelow(value, pointer, found)
    else found.push({ pointer, value })
  }
  return found
}

function countLeaves(object: JsonObject): number {
  return Object.values(object).reduce<number>((sum, value) => sum + (isBranch(value) ? countLeaves(value) : 1), 0)
}
