import { deepEqual, type JsonObject } from '@strata/json'
import { leaves } from '@strata/layered-config'

/** JSON Pointers of the leaves that were set, changed or removed, without their values. */
export function changedPointers(before: JsonObject, after: JsonObject): string[] {
  const old = new Map(leaves(before).map(({ pointer, value }) => [pointer, value]))
  const now = new Map(leaves(after).map(({ pointer, value }) => [pointer, value]))
  const set = [...now].filter(([pointer, value]) => !deepEqual(value, old.get(pointer))).map(([pointer]) => pointer)
  return [...set, ...[...old.keys()].filter((pointer) => !now.has(pointer))]
}
