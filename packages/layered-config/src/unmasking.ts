import { deepEqual, getAt, type JsonObject, type JsonValue } from '@strata/json'
import { sectionValues } from './category.ts'
import { placeOfKey } from './default-key.ts'
import type { LeafOperation } from './leaf-operations.ts'

/** A node's override that equals what it inherits over the API while its zone says otherwise. */
export interface MaskedOverride {
  readonly sections: JsonObject
  readonly node: string
  readonly zone: string
  /** Where the node reads a value by itself: not inside an object that is read whole. */
  readonly pointer: string
}

/**
 * Makes the zone say what the node says, so that the node needs no override that `/v2` would drop.
 * - where `default` stores that value, the zone's own goes; else it is stored for the zone as a pin, because KAZOO's
 *   built-in value may be another one
 */
export function changeZoneInstead(masked: MaskedOverride): LeafOperation[] {
  const { node, zone, pointer } = masked
  const value = valueIn(masked, node)
  if (value === undefined) return []
  return [
    isStoredBelow(masked, value)
      ? { section: zone, pointer, op: 'remove' }
      : { section: zone, pointer, op: 'set', value, pin: true },
    { section: node, pointer, op: 'remove' },
  ]
}

/**
 * Gives the zone's value to the zone's other nodes that set none of their own, and takes it from the zone: nobody reads
 * anything else, as long as `others` are all the other nodes of the zone.
 * - the node's override goes where `default` stores the same; else it stays, because KAZOO's built-in value may be
 *   another one
 */
export function moveZoneValue({ others, ...masked }: MaskedOverride & { others: readonly string[] }): LeafOperation[] {
  const { node, zone, pointer } = masked
  const [own, moved] = [valueIn(masked, node), valueIn(masked, zone)]
  if (own === undefined || moved === undefined) return []
  return [
    { section: zone, pointer, op: 'remove' },
    ...(isStoredBelow(masked, own) ? [{ section: node, pointer, op: 'remove' } as const] : []),
    ...others
      .filter((other) => valueIn(masked, other) === undefined)
      .map((other): LeafOperation => ({ section: other, pointer, op: 'set', value: moved, pin: true })),
  ]
}

function valueIn({ sections, pointer }: MaskedOverride, section: string): JsonValue | undefined {
  return getAt(sectionValues(sections, section), placeOfKey(section, pointer))
}

function isStoredBelow(masked: MaskedOverride, value: JsonValue): boolean {
  const stored = valueIn(masked, 'default')
  return stored !== undefined && deepEqual(stored, value)
}
