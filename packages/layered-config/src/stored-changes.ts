import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isBranch, member } from './leaf.ts'
import { leaves } from './leaves.ts'

/** A leaf that differs between two documents. The empty pointer is a section without leaves that comes or goes, or what is no section. */
export interface StoredChange {
  readonly section: string
  readonly pointer: string
  /** Undefined where nothing was stored. */
  readonly before: JsonValue | undefined
  /** Undefined where nothing is stored any more. */
  readonly after: JsonValue | undefined
}

/**
 * The leaves that were added, removed or changed from one document to another, section by section: what was stored
 * before in its order, then what is new.
 * - a section that stays, losing its last leaf or getting its first, is no change of its own beside that leaf
 */
export function storedChanges(before: JsonObject, after: JsonObject): StoredChange[] {
  const sections = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...sections].flatMap((section) => {
    if (member(before, section) === member(after, section)) return []
    const stays = isJsonObject(member(before, section)) && isJsonObject(member(after, section))
    const [old, now] = [leavesOf(before, section), leavesOf(after, section)]
    return [...new Set([...old.keys(), ...now.keys()])]
      .map((pointer) => ({ section, pointer, before: old.get(pointer), after: now.get(pointer) }))
      .filter((change) => !deepEqual(change.before, change.after) && !(stays && change.pointer === ''))
  })
}

function leavesOf(document: JsonObject, section: string): Map<string, JsonValue> {
  const values = member(document, section)
  if (values === undefined) return new Map()
  if (!isJsonObject(values) || !isBranch(values)) return new Map([['', values]])
  return new Map(leaves(values).map(({ pointer, value }) => [pointer, value]))
}
