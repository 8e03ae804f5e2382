import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { type Category, objectSections } from './category.ts'
import { effectiveSection } from './config-reads.ts'
import { member } from './leaf.ts'

/** An object that a section stores where the layers below say something that is none. */
export interface MixedShape {
  readonly section: string
  readonly pointer: string
}

/**
 * Where a section stores an object over a scalar or a list of the layers below.
 * - KAZOO stores such a document and cannot merge it: its own reads with defaults fail from then on
 * - an object without leaves and an empty list do no harm, nor does a scalar or list over an object
 * Source: kz_json:merge_recursive/5.
 */
export function mixedShapes(category: Category): MixedShape[] {
  const shared = effectiveSection(category, 'default')
  return Object.entries(objectSections(category.sections)).flatMap(([section, values]) =>
    mixedBelow(section === 'default' ? category.defaults : shared, values, '').map((pointer) => ({ section, pointer })),
  )
}

function mixedBelow(lower: JsonObject, higher: JsonObject, path: string): string[] {
  return Object.entries(higher).flatMap(([key, value]) => {
    const below = member(lower, key)
    if (!isJsonObject(value) || below === undefined) return []
    const pointer = path + formatPointer([key])
    if (isJsonObject(below)) return mixedBelow(below, value, pointer)
    return hasLeaf(value) && !isEmptyList(below) ? [pointer] : []
  })
}

function hasLeaf(value: JsonValue): boolean {
  return !isJsonObject(value) || Object.values(value).some(hasLeaf)
}

function isEmptyList(value: JsonValue): boolean {
  return Array.isArray(value) && value.length === 0
}
