import type { NodeGroup } from '@strata/api-types'

/** Nodes for which the same holds, and everywhere they may be. */
export interface PlacedGroup<Group extends NodeGroup> {
  readonly group: Group
  /** `group` itself, and those that were put together with it. */
  readonly places: readonly Group[]
}

/**
 * Groups as they are worth reading: named nodes first, as they come, then nodes that nobody knows.
 * - the same nodes are one group where the same holds for them in several zones
 */
export function placedGroups<Group extends NodeGroup>(groups: readonly Group[]): PlacedGroup<Group>[] {
  const placed = new Map<string, PlacedGroup<Group>>()
  for (const group of groups) {
    const key = fate(group)
    const places = placed.get(key)?.places ?? []
    placed.set(key, { group: places[0] ?? group, places: [...places, group] })
  }
  const all = [...placed.values()]
  return [...all.filter(({ group }) => group.count > 0), ...all.filter(({ group }) => group.count === 0)]
}

/** Who is meant and what holds for them, without where they are. */
function fate({ zone: _, ...rest }: NodeGroup): string {
  return JSON.stringify(rest)
}
