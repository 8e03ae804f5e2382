import type { TopologyNode } from '@strata/api-types'

/** What becomes of a node: another zone (null: not known), or it goes. */
export type NodeChange = { readonly zone: string | null } | 'removed'

/** What is changed and not saved yet, by the node's name. */
export type TopologyDraft = ReadonlyMap<string, NodeChange>

/** Whether the operator may not say anything about it: the cluster itself knows better. */
export function isFixed({ source, zone }: Pick<TopologyNode, 'source' | 'zone'>): boolean {
  return source === 'announced' && zone !== null
}

/**
 * The draft once the nodes named are changed.
 * - a change that leaves a node as it is stored is none
 * - what the cluster itself announces stays as it is
 */
export function changedDraft(
  draft: TopologyDraft,
  nodes: readonly TopologyNode[],
  names: Iterable<string>,
  change: NodeChange,
): TopologyDraft {
  const stored = new Map(nodes.map((node) => [node.name, node]))
  const next = new Map(draft)
  for (const name of names) {
    if (changes(stored.get(name), change)) next.set(name, change)
    else next.delete(name)
  }
  return next
}

/** What is left of a draft once the nodes were read again. */
export function rebasedDraft(draft: TopologyDraft, nodes: readonly TopologyNode[]): TopologyDraft {
  const stored = new Map(nodes.map((node) => [node.name, node]))
  return new Map([...draft].filter(([name, change]) => changes(stored.get(name), change)))
}

function changes(stored: TopologyNode | undefined, change: NodeChange): boolean {
  if (stored === undefined) return change !== 'removed'
  if (isFixed(stored)) return false
  if (change === 'removed') return stored.source === 'assigned'
  return stored.zone !== change.zone
}
