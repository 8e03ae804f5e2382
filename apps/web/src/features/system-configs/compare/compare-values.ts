import { deepEqual, formatPointer, getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { type Category, leaves, type Readings, readingsAtKey, type SectionReader } from '@strata/layered-config'

/** A key, and what both sides say; undefined where one says nothing. */
export interface ComparedKey {
  readonly pointer: string
  readonly left: JsonValue | undefined
  readonly right: JsonValue | undefined
  readonly isSame: boolean
  /** What nodes of both sides have, where that is what is compared. */
  readonly readings?: { readonly left: Readings; readonly right: Readings }
}

/** Whose readings stand on one side. */
export interface ReadSide {
  readonly category: Category
  readonly reader: SectionReader
}

/**
 * What nodes of both sides read at each key.
 * - a side says a value only where that is sure and stored; else its readings tell the alternatives, or the built-in
 */
export function compareReadings(left: ReadSide, right: ReadSide, keys: readonly string[]): ComparedKey[] {
  return keys.map((pointer) => {
    const readings = {
      left: readingsAtKey(left.category, left.reader, pointer),
      right: readingsAtKey(right.category, right.reader, pointer),
    }
    return {
      pointer,
      left: sureValue(readings.left),
      right: sureValue(readings.right),
      isSame: deepEqual(saidIn(readings.left), saidIn(readings.right)),
      readings,
    }
  })
}

function sureValue([reading, ...others]: Readings): JsonValue | undefined {
  return others.length > 0 || reading.layer === 'built-in' ? undefined : reading.value
}

/** What nodes can tell apart, and in which zone it holds. */
function saidIn(readings: Readings): JsonValue {
  return readings.map(({ layer, value, zone }) => [layer === 'built-in', value ?? null, zone ?? null])
}

/**
 * The leaves of both sides by key: first those of the left one in its order, then what only the right one has.
 * - where one side has a leaf and the other an object, that is one key
 */
export function compareValues(left: JsonObject, right: JsonObject): ComparedKey[] {
  const pointers = new Set([...leaves(left), ...leaves(right)].map(({ pointer }) => pointer))
  return [...pointers]
    .filter((pointer) => !parentsOf(pointer).some((parent) => pointers.has(parent)))
    .map((pointer) => {
      const sides = { left: getAt(left, pointer), right: getAt(right, pointer) }
      return { pointer, ...sides, isSame: deepEqual(sides.left, sides.right) }
    })
}

/** The pointers around one, outermost first, without that of the section. */
export function parentsOf(pointer: string): string[] {
  const tokens = parsePointer(pointer)
  return tokens.slice(1).map((_, depth) => formatPointer(tokens.slice(0, depth + 1)))
}
