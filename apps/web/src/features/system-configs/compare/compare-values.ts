import { deepEqual, formatPointer, getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { leaves } from '@strata/layered-config'

/** A key, and what both sides say; undefined where one says nothing. */
export interface ComparedKey {
  readonly pointer: string
  readonly left: JsonValue | undefined
  readonly right: JsonValue | undefined
  readonly isSame: boolean
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
function parentsOf(pointer: string): string[] {
  const tokens = parsePointer(pointer)
  return tokens.slice(1).map((_, depth) => formatPointer(tokens.slice(0, depth + 1)))
}
