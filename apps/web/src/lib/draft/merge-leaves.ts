import {
  deepEqual,
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
  removeAt,
  setAt,
} from '@strata/json'
import { isGroup, member } from '@strata/layered-config'

/** What both sides changed, each otherwise; undefined: it is not there. */
export interface LeafConflict {
  readonly pointer: string
  readonly base: JsonValue | undefined
  readonly mine: JsonValue | undefined
  readonly theirs: JsonValue | undefined
}

export interface MergedLeaves {
  readonly merged: JsonObject
  /** Mine stands in `merged`. */
  readonly conflicts: readonly LeafConflict[]
}

/** A value in the three documents; undefined where it is not there. */
interface ThreeWays {
  readonly base: JsonValue | undefined
  readonly mine: JsonValue | undefined
  readonly theirs: JsonValue | undefined
}

/**
 * My changes to a document, made to `base`, together with theirs, leaf by leaf.
 * - a leaf is a scalar, a list, or the marker of a secret. An object is no place: what one side adds inside stands beside
 *   what the other adds there, also where `base` had no such object yet
 * - what only one side changed is as that side has it
 * - where both changed a leaf otherwise, or one took away what the other set something in, mine stands and is told
 * - what theirs took away comes back whole with what mine set in it, and is told as a whole: half an entry would be of
 *   no use, whoever's is taken
 */
export function mergeLeaves(base: JsonObject, mine: JsonObject, theirs: JsonObject): MergedLeaves {
  const conflicts: LeafConflict[] = []
  const merged = mergeAt({ base, mine, theirs }, '', conflicts)
  return { merged: isJsonObject(merged) ? merged : {}, conflicts }
}

/**
 * A drafted document with one side's value at a conflict's pointer; undefined: nothing.
 * - what is left empty around it goes too, unless it is stored so
 */
export function takeAt(
  { document, stored }: { readonly document: JsonObject; readonly stored: JsonObject },
  pointer: string,
  value: JsonValue | undefined,
): JsonObject {
  const taken = value === undefined ? removeAt(document, pointer) : setAt(document, pointer, value)
  if (!isJsonObject(taken)) return {}
  const parent = formatPointer(parsePointer(pointer).slice(0, -1))
  const isLeftEmpty = value === undefined && taken !== document && parent !== '' && isEmpty(getAt(taken, parent))
  return isLeftEmpty && !isEmpty(getAt(stored, parent)) ? takeAt({ document: taken, stored }, parent, undefined) : taken
}

function mergeAt(ways: ThreeWays, pointer: string, conflicts: LeafConflict[]): JsonValue | undefined {
  const { base, mine, theirs } = ways
  if (deepEqual(base, mine) || deepEqual(mine, theirs)) return theirs
  if (deepEqual(base, theirs)) return mine
  if (isGroup(mine) && isGroup(theirs)) return mergeMembers(ways, pointer, conflicts)
  if (isGroup(base) && mine === undefined && isGroup(theirs) && !setsAnything(base, theirs)) return undefined
  if (isGroup(base) && theirs === undefined && isGroup(mine) && !setsAnything(base, mine)) return undefined
  conflicts.push({ pointer, ...ways })
  return mine
}

function mergeMembers({ base, mine, theirs }: ThreeWays, pointer: string, conflicts: LeafConflict[]): JsonObject {
  const [before, own, other] = [membersOf(base), membersOf(mine), membersOf(theirs)]
  const keys = new Set([...Object.keys(other), ...Object.keys(own)])
  const entries = [...keys].flatMap((key): [string, JsonValue][] => {
    const ways = { base: member(before, key), mine: member(own, key), theirs: member(other, key) }
    const value = mergeAt(ways, pointer + formatPointer([key]), conflicts)
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(entries)
}

/** Whether a side has something that the base has otherwise or not at all, and did not only take away. */
function setsAnything(base: JsonObject, side: JsonObject): boolean {
  return Object.entries(side).some(([key, value]) => {
    const before = member(base, key)
    if (deepEqual(before, value)) return false
    return isGroup(before) && isGroup(value) ? setsAnything(before, value) : true
  })
}

function isEmpty(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}

function membersOf(value: JsonValue | undefined): JsonObject {
  return isGroup(value) ? value : {}
}
