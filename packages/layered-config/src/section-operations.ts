import { deepEqual, type JsonObject } from '@strata/json'
import type { LeafOperation } from './leaf-operations.ts'
import { leaves } from './leaves.ts'
import type { Promotion } from './shared-overrides.ts'

/** Sets a value once for a zone, instead of at each of its nodes. */
export function promote({ zone, pointer, value, nodes }: Promotion): LeafOperation[] {
  return [
    // Kept whatever is below: without it, the nodes would go on to what is stored there, or to KAZOO's built-in value.
    { section: zone, pointer, op: 'set', value, pin: true },
    ...nodes.map((node): LeafOperation => ({ section: node, pointer, op: 'remove' })),
  ]
}

/**
 * Makes a section store exactly what another one does: `from` are the values of the one, `to` those that the section
 * named stores so far. Values that equal what the section inherits are copied, too.
 */
export function copySection(from: JsonObject, to: JsonObject, section: string): LeafOperation[] {
  const wanted = new Map(leaves(from).map(({ pointer, value }) => [pointer, value]))
  const stored = new Map(leaves(to).map(({ pointer, value }) => [pointer, value]))
  return [
    ...[...stored.keys()]
      .filter((pointer) => !wanted.has(pointer))
      .map((pointer): LeafOperation => ({ section, pointer, op: 'remove' })),
    ...[...wanted]
      .filter(([pointer, value]) => !deepEqual(stored.get(pointer), value))
      .map(([pointer, value]): LeafOperation => ({ section, pointer, op: 'set', value, pin: true })),
  ]
}
