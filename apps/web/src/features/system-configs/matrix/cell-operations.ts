import { deepEqual, getAt, type JsonValue } from '@strata/json'
import {
  applyLeafOperations,
  type LeafOperation,
  placeOfKey,
  type Sections,
  sectionValues,
} from '@strata/layered-config'
import type { CellPlace } from './grid-selection.ts'

/** The operations that give all cells a value; cells that have it already need none. */
export function settingOperations(drafted: Sections, places: readonly CellPlace[], value: JsonValue): LeafOperation[] {
  return places
    .filter((place) => !deepEqual(ownValue(drafted, place), value))
    .map(({ row, column }) => ({ section: column, pointer: placeOfKey(column, row), op: 'set', value }))
}

/**
 * The operations after which the cells set nothing.
 * - a section that only the draft began goes with its last value, so that nothing is stored for it
 */
export function resettingOperations(
  { stored, drafted }: { stored: Sections; drafted: Sections },
  places: readonly CellPlace[],
): LeafOperation[] {
  const removals = places
    .filter((place) => ownValue(drafted, place) !== undefined)
    .map(({ row, column }): LeafOperation => ({ section: column, pointer: placeOfKey(column, row), op: 'remove' }))
  const begun = new Set(removals.map(({ section }) => section).filter((name) => !Object.hasOwn(stored, name)))
  const { sections } = applyLeafOperations(
    { sections: Object.fromEntries([...begun].map((name) => [name, sectionValues(drafted, name)])), defaults: {} },
    removals.filter(({ section }) => begun.has(section)),
  )
  const emptied = [...begun].filter((name) => Object.keys(sectionValues(sections, name)).length === 0)
  return [...removals, ...emptied.map((section): LeafOperation => ({ section, pointer: '', op: 'remove' }))]
}

function ownValue(sections: Sections, { row, column }: CellPlace): JsonValue | undefined {
  return getAt(sectionValues(sections, column), placeOfKey(column, row))
}
