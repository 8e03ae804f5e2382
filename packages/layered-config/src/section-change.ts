import { deepEqual, formatPointer, getAt, type JsonObject, type JsonValue } from '@strata/json'
import { isBranch } from './leaf.ts'
import type { LeafOperation } from './leaf-operations.ts'

interface SectionChange {
  section: string
  /** Undefined where there is no such section. */
  stored: JsonObject | undefined
  next: JsonObject | undefined
  /** Lists that are inherited can only be replaced as a whole. */
  inherited?: JsonObject
  /** Leaves to keep although they equal what they inherit. */
  pinned?: ReadonlySet<string>
}

/**
 * The leaf operations that make of a stored section what it shall be, removals first.
 * - a leaf is a scalar, a list, an empty object, or the marker of a secret
 * - leaves that are the same on both sides are not touched
 * - a new section that sets nothing yet is added as such; setting a leaf adds it anyway
 */
export function sectionOperations(change: SectionChange): LeafOperation[] {
  const { section, stored, next, inherited = {}, pinned = new Set() } = change
  if (next === undefined) return stored === undefined ? [] : [{ section, pointer: '', op: 'remove' }]
  const before = new Map(leavesOf(stored ?? {}, inherited))
  const after = new Map(leavesOf(next, inherited))
  const removals = [...before.keys()].filter((pointer) => !after.has(pointer))
  const settings = [...after].filter(([pointer, value]) => !deepEqual(before.get(pointer), value))
  return [
    ...(stored === undefined && after.size === 0 ? [{ section, pointer: '', op: 'set', value: {} } as const] : []),
    ...removals.map((pointer) => ({ section, pointer, op: 'remove' }) as const),
    ...settings.map(([pointer, value]) => ({
      section,
      pointer,
      op: 'set' as const,
      value,
      ...(pinned.has(pointer) ? { pin: true } : {}),
    })),
  ]
}

function leavesOf(object: JsonObject, inherited: JsonObject, prefix = ''): [pointer: string, value: JsonValue][] {
  return Object.entries(object).flatMap(([key, value]) => {
    const pointer = prefix + formatPointer([key])
    return isBranch(value) && !Array.isArray(getAt(inherited, pointer))
      ? leavesOf(value, inherited, pointer)
      : [[pointer, value] as [string, JsonValue]]
  })
}
