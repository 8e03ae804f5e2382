import type { TopologyDetail, TopologyNode, TopologyWrite } from '@strata/api-types'
import type { DraftRules } from '#web/lib/draft/draft.ts'
import { step } from '#web/lib/draft/history.ts'
import { isRecord, type KeptDraft, readDraft } from '#web/lib/draft/kept-drafts.ts'
import { mergeLeaves } from '#web/lib/draft/merge-leaves.ts'
import { useDraft } from '#web/lib/draft/use-draft.ts'
import { topologyPath } from '#web/lib/topology-query.ts'

/** What becomes of a node: another zone (null: not known), or it goes. */
export type NodeChange = { readonly zone: string | null } | 'removed'

/** What is changed and not saved yet, by the node's name. */
export type TopologyDraft = ReadonlyMap<string, NodeChange>

/** Null: not known. */
type NodeZones = Record<string, string | null>

/** Unsaved changes of the topology, as this browser keeps them. */
interface KeptTopologyDraft extends KeptDraft {
  readonly changes: readonly (readonly [name: string, change: NodeChange])[]
  /** When they were changed. */
  readonly base: NodeZones
}

/** How the topology is drafted: node by node. */
export const topologyRules: DraftRules<TopologyDetail, TopologyDraft, KeptTopologyDraft> = {
  revisionOf: ({ revision }) => revision,
  untouched: () => nothing,
  count: (_, draft) => draft.size,
  document: ({ nodes }, draft) => draftedZones(zonesOf(nodes), draft),
  rebase: (draft, { nodes }, onto) => rebased(draft, zonesOf(nodes), onto.nodes),
  keep: ({ nodes }, draft) => ({ base: zonesOf(nodes), changes: [...draft], secrets: [] }),
  read: (key, now) => readDraft(key, now, isTopologyDraft),
  restore: ({ changes, base }, onto) => rebased(new Map(changes), base, onto.nodes),
}

/** The draft of the topology. */
export function useTopologyDraft(loaded: TopologyDetail) {
  const state = useDraft(topologyRules, topologyPath, loaded)
  const { update } = state
  return {
    ...state,
    draft: state.history.now,
    change: (names: Iterable<string>, change: NodeChange) =>
      update((before, { nodes }) => step(before, changedDraft(before.now, nodes, names, change))),
    /** Leaves a node as it is stored. */
    revert: (name: string) =>
      update((before) => step(before, new Map([...before.now].filter(([changed]) => changed !== name)))),
  }
}

/** Everything that is assigned once the draft is saved; what the cluster announces by itself is no part of it. */
export function assignmentsOf(nodes: readonly TopologyNode[], draft: TopologyDraft): TopologyWrite['nodes'] {
  const assigned = nodes.filter(({ source }) => source === 'assigned')
  return draftedZones(zonesOf(assigned), draft)
}

/** The zone of every node once it is changed so; what goes has none. */
export function draftedZones(zones: NodeZones, draft: TopologyDraft): NodeZones {
  const drafted = new Map(Object.entries(zones))
  for (const [name, change] of draft) {
    if (change === 'removed') drafted.delete(name)
    else drafted.set(name, change.zone)
  }
  return Object.fromEntries(drafted)
}

export function zonesOf(nodes: readonly TopologyNode[]): NodeZones {
  return Object.fromEntries(nodes.map(({ name, zone }) => [name, zone]))
}

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

const nothing: TopologyDraft = new Map()

function rebased(draft: TopologyDraft, base: NodeZones, onto: readonly TopologyNode[]) {
  const work = rebasedDraft(draft, onto)
  const { conflicts } = mergeLeaves(base, draftedZones(base, work), zonesOf(onto))
  return { work, overlaps: conflicts }
}

function isTopologyDraft(read: Record<string, unknown>): read is Record<string, unknown> & KeptTopologyDraft {
  return isRecord(read.base) && Array.isArray(read.changes) && read.changes.every(isChangedNode)
}

function isChangedNode(read: unknown): boolean {
  if (!Array.isArray(read)) return false
  const [name, change] = read
  if (typeof name !== 'string') return false
  return change === 'removed' || (isRecord(change) && (change.zone === null || typeof change.zone === 'string'))
}
