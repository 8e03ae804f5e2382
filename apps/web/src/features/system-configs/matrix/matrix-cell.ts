import { deepEqual, getAt, type JsonObject, type JsonValue } from '@strata/json'
import {
  type Category,
  effectiveSection,
  placeOfKey,
  possibleZones,
  runtimeLookup,
  type SectionKind,
  sectionZones,
} from '@strata/layered-config'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { DraftedCategory } from '../draft/category-draft.ts'
import { sectionValues } from '../draft/section-values.ts'
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
export interface MatrixCell {
  /** One; several where they depend on a zone that nobody knows. */
  readonly readings: readonly CellReading[]
  /** What the schema says of the built-in value. */
  readonly stated: JsonValue | undefined
  /** What the section itself sets, in the draft. */
  readonly own: JsonValue | undefined
  /** What would be read if it set nothing; one value for each possible zone. */
  readonly below: readonly CellReading[]
  /** It sets exactly what it would read without. */
  readonly isNoise: boolean
  /** It sets in `default` what the schema says of the built-in value. */
  readonly isPin: boolean
  /** The zones that say otherwise although its value equals what it inherits over the API: `/v2` would drop it. */
  readonly maskedBy: readonly string[]
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
  readonly outcome: DraftedCategory['outcome']
  /** What the schema finds wrong with the values of a section. */
  readonly check: (values: JsonObject) => readonly FormError[]
}

export type ReadCell = (pointer: string, column: MatrixColumn) => MatrixCell

/** Works out cells one by one, when they are asked for, each once: a matrix has far more than are ever in sight. */
export function createCellReader(source: MatrixSource): ReadCell {
  const shared = {
    ...source,
    zones: sectionZones(source.drafted.sections),
    inherited: effectiveSection(source.drafted, 'default'),
  }
  const known = new Map<string, Map<string, MatrixCell>>()
  return (pointer, column) => {
    const cells = known.get(column.section) ?? new Map<string, MatrixCell>()
    known.set(column.section, cells)
    const cell = cells.get(pointer) ?? readCell(shared, pointer, column)
    cells.set(pointer, cell)
    return cell
  }
}

interface SharedSource extends MatrixSource {
  readonly zones: readonly string[]
  /** The API's effective `default`, which every other section inherits there. */
  readonly inherited: JsonObject
}

function readCell(source: SharedSource, pointer: string, column: MatrixColumn): MatrixCell {
  const { stored, drafted, inherited } = source
  const values = sectionValues(drafted.sections, column.section)
  const place = placeOfKey(column.section, pointer)
  const own = getAt(values, place)
  const below = readingsBelow(source, pointer, column)
  const isSet = own !== undefined
  const zone = column.kind === 'zone' ? column.zone : undefined
  const differs = below.filter(({ value }) => !deepEqual(value, own))
  const stated = getAt(drafted.defaults, pointer)
  return {
    readings: isSet ? [{ value: own, from: column.kind, zone }] : below,
    stated,
    own,
    below,
    isNoise: isSet && differs.length === 0,
    isPin: column.kind === 'default' && isSet && deepEqual(own, stated),
    maskedBy:
      column.kind === 'node' && isSet && deepEqual(getAt(inherited, pointer), own)
        ? differs.flatMap(({ from, zone: by }) => (from === 'zone' && by !== undefined ? [by] : []))
        : [],
    isUnsaved: !deepEqual(own, getAt(sectionValues(stored, column.section), place)),
    isDropped: isSet && source.outcome(column.section, place) === 'dropped-as-inherited',
    error: isSet ? source.check(values).find((error) => isNear(error.pointer, place))?.message : undefined,
  }
}

/** What is read where the section itself sets nothing, without repeating what several zones give alike. */
function readingsBelow({ drafted, zones }: SharedSource, pointer: string, column: MatrixColumn): CellReading[] {
  if (column.kind === 'default') return [builtIn(undefined)]
  const { section: name, zone } = column
  const possible = column.kind === 'zone' ? [undefined] : possibleZones({ name, zone }, zones)
  const readings: CellReading[] = []
  for (const supposed of possible) {
    const answer = runtimeLookup(drafted.sections, { node: undefined, zone: supposed, pointer })
    const reading =
      answer === undefined ? builtIn(supposed) : { value: answer.value, from: answer.answeredBy, zone: supposed }
    if (!readings.some(({ value }) => deepEqual(value, reading.value))) readings.push(reading)
  }
  return readings
}

function builtIn(zone: string | undefined): CellReading {
  return { value: undefined, from: undefined, zone }
}

function isNear(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}
