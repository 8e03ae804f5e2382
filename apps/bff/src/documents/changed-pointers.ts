import { deepEqual, formatPointer, type JsonObject, type JsonValue } from '@strata/json'
import { isBranch, member } from '@strata/layered-config'

/** The leaves of a document that a write set, changed or removed. */
export interface ChangedPointers {
  readonly count: number
  /** JSON Pointers of the first of them, without their values. */
  readonly pointers: readonly string[]
}

type Differs = (value: JsonValue, beside: JsonValue | undefined) => boolean

/**
 * The leaves that were set, changed or removed, of which no more than `most` are named.
 * - those that are there now come first, then those that are gone
 */
export function changedPointers(before: JsonObject, after: JsonObject, most: number): ChangedPointers {
  const pointers: string[] = []
  let count = 0
  const compare = (object: JsonObject, beside: JsonObject, path: readonly string[], differs: Differs) => {
    for (const key of Object.keys(object)) {
      const [value, other] = [object[key], member(beside, key)]
      if (value === undefined) continue
      if (isBranch(value)) compare(value, isBranch(other) ? other : {}, [...path, key], differs)
      else if (differs(value, isBranch(other) ? undefined : other)) {
        count += 1
        if (pointers.length < most) pointers.push(formatPointer([...path, key]))
      }
    }
  }
  compare(after, before, [], (value, old) => !deepEqual(value, old))
  compare(before, after, [], (_, now) => now === undefined)
  return { count, pointers }
}
