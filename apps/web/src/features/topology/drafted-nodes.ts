import type { TopologyNode } from '@strata/api-types'
import { compareNames } from './compare-names.ts'
import type { TopologyDraft } from './topology-draft.ts'

/** A node as the draft has it. */
export interface DraftedNode {
  readonly name: string
  /** Null: nobody knows. Of a node that goes: the one it was in. */
  readonly zone: string | null
  /** `section`: no part of the topology; only known because categories have a section of it. */
  readonly source: TopologyNode['source'] | 'section'
  readonly change: 'added' | 'moved' | 'removed' | undefined
  /** The zone that is stored. */
  readonly was: string | null
  /** How many categories have a section of it. */
  readonly categories: number
}

interface TopologyNodes {
  readonly nodes: readonly TopologyNode[]
  /** In how many categories a node has a section. */
  readonly sections: ReadonlyMap<string, number>
  readonly draft: TopologyDraft
}

/** The nodes of the topology, those that only have sections, and those that the draft adds; by name. */
export function draftedNodes({ nodes, sections, draft }: TopologyNodes): DraftedNode[] {
  const stored = new Map(nodes.map((node) => [node.name, node]))
  const names = new Set([...stored.keys(), ...sections.keys(), ...draft.keys()])
  return [...names].sort(compareNames).map((name) => {
    const node = stored.get(name)
    const change = draft.get(name)
    const was = node?.zone ?? null
    const known = { name, was, categories: sections.get(name) ?? 0 }
    const source = node?.source ?? 'section'
    if (change === undefined) return { ...known, source, zone: was, change }
    if (change === 'removed') return { ...known, source, zone: was, change }
    return { ...known, source: 'assigned', zone: change.zone, change: node === undefined ? 'added' : 'moved' }
  })
}
