import { deepEqual, getAt, type JsonObject, type JsonValue } from '@strata/json'
import {
  type Category,
  type KeyRules,
  type LeafFacts,
  leafFacts,
  placeOfKey,
  type Reading,
  type SectionKind,
  sectionReader,
  sectionValues,
  sectionZones,
} from '@strata/layered-config'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { DraftedCategory } from '../draft/category-draft.ts'
import type { MatrixColumn } from './matrix-columns.ts'

/** What is read at a cell, and who says so. */
export interface CellReading {
  /** Undefined: nothing is stored, KAZOO's built-in value applies. */
  readonly value: JsonValue | undefined
  readonly from: SectionKind | undefined
  /** The zone that says so, or that this supposes the node in. */
  readonly zone: string | undefined
}

/** One key in one section, wherever that section stores it. */
export interface MatrixCell extends Pick<LeafFacts, 'own' | 'isNoise' | 'isPin' | 'maskedBy'> {
  /** One; several where they depend on a zone that nobody knows. */
  readonly readings: readonly CellReading[]
  /** What the schema says of the built-in value. */
  readonly stated: JsonValue | undefined
  /** What would be read if the section set nothing; one value for each possible zone. */
  readonly below: readonly CellReading[]
  readonly isUnsaved: boolean
  /** Unsaved, and a save will store nothing because it equals what it inherits. */
  readonly isDropped: boolean
  /** What is wrong with its own value. */
  readonly error: string | undefined
}

/** What cells are worked out from. */
export interface MatrixSource {
  readonly stored: JsonObject
  readonly drafted: Category
  readonly rules: KeyRules
  readonly outcome: DraftedCategory['outcome']
  /** What the schema finds wrong with the values of a section. */
  readonly check: (values: JsonObject) => readonly FormError[]
}

export type ReadCell = (pointer: string, column: MatrixColumn) => MatrixCell

/** Works out cells one by one, when they are asked for, each once: a matrix has far more than are ever in sight. */
export function createCellReader(source: MatrixSource): ReadCell {
  const zones = sectionZones(source.drafted.sections)
  const known = new Map<string, Map<string, MatrixCell>>()
  return (pointer, column) => {
    const cells = known.get(column.section) ?? new Map<string, MatrixCell>()
    known.set(column.section, cells)
    const cell = cells.get(pointer) ?? readCell(source, zones, pointer, column)
    cells.set(pointer, cell)
    return cell
  }
}

/** `leafFacts` with what the draft and the schema say of the cell. */
function readCell(source: MatrixSource, zones: readonly string[], key: string, column: MatrixColumn): MatrixCell {
  const { stored, drafted, rules, outcome, check } = source
  const { section } = column
  const pointer = placeOfKey(section, key)
  const reader = sectionReader(column, zones, rules)
  const facts = leafFacts({ category: drafted, reader, pointer })
  const isSet = facts.own !== undefined
  return {
    own: facts.own,
    readings: facts.readings.map(cellReading),
    stated: getAt(drafted.defaults, key),
    below: facts.below.map(cellReading),
    isNoise: facts.isNoise,
    isPin: facts.isPin,
    maskedBy: facts.maskedBy,
    isUnsaved: !deepEqual(facts.own, getAt(sectionValues(stored, section), pointer)),
    isDropped: isSet && outcome(section, pointer) === 'dropped-as-inherited',
    error: isSet
      ? check(sectionValues(drafted.sections, section)).find((error) => isNear(error.pointer, pointer))?.message
      : undefined,
  }
}

function cellReading(reading: Reading): CellReading {
  const { layer, value, zone } = reading
  if (layer === 'built-in') return { value: undefined, from: undefined, zone }
  return { value, from: layer, zone: layer === 'zone' ? reading.section : zone }
}

function isNear(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}
