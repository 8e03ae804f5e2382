import type { RuntimeEffect } from './runtime-effects.ts'

/** How many nodes a change is felt by. Nodes that nobody knows are not counted. */
export interface NodeCounts {
  /** They read something else at one key at least. */
  readonly changed: number
  /** They may: it depends on their zone, which nobody knows. */
  readonly perhaps: number
  /** The others read the same. */
  readonly all: number
}

export function nodeCounts(effects: readonly RuntimeEffect[]): NodeCounts {
  const changed = new Set<string>()
  const perhaps = new Set<string>()
  const all = new Set<string>()
  for (const { groups } of effects) {
    const same = new Set(groups.flatMap(({ unchanged, nodes }) => (unchanged === undefined ? [] : nodes)))
    for (const { unchanged, nodes } of groups) {
      for (const node of nodes) {
        all.add(node)
        if (unchanged === undefined) (same.has(node) ? perhaps : changed).add(node)
      }
    }
  }
  return { changed: changed.size, perhaps: [...perhaps].filter((node) => !changed.has(node)).length, all: all.size }
}
