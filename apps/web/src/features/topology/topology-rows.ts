import { compareNames } from './compare-names.ts'
import type { DraftedNode } from './drafted-nodes.ts'
import type { TopologySearch } from './routes.ts'

export interface ZoneRow {
  readonly kind: 'zone'
  /** Null: the nodes whose zone nobody knows. */
  readonly zone: string | null
  readonly nodes: readonly DraftedNode[]
}

export interface NodeRow {
  readonly kind: 'node'
  readonly node: DraftedNode
}

export type TopologyRow = ZoneRow | NodeRow

/** Those of the nodes that a filter lets through: every word of its text is part of the node's name or its zone's. */
export function filteredNodes(nodes: readonly DraftedNode[], { q = '', only }: TopologySearch): DraftedNode[] {
  const words = q.toLowerCase().split(/\s+/)
  return nodes.filter(({ name, zone, change }) => {
    if (only === 'unplaced' && zone !== null) return false
    if (only === 'unsaved' && change === undefined) return false
    const text = `${name} ${zone ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The rows of the list: each zone, with its nodes below it. Nodes without one come first: there is something to do. */
export function topologyRows(nodes: readonly DraftedNode[]): TopologyRow[] {
  const zones = new Map<string | null, DraftedNode[]>()
  for (const node of nodes) {
    const members = zones.get(node.zone)
    if (members === undefined) zones.set(node.zone, [node])
    else members.push(node)
  }
  return [...zones]
    .sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : compareNames(a, b)))
    .flatMap(([zone, members]): TopologyRow[] => [
      { kind: 'zone', zone, nodes: members },
      ...members.map((node): NodeRow => ({ kind: 'node', node })),
    ])
}
