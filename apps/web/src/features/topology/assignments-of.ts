import type { TopologyNode, TopologyWrite } from '@strata/api-types'
import type { TopologyDraft } from './topology-draft.ts'

/** Everything that is assigned once the draft is saved; what the cluster announces by itself is no part of it. */
export function assignmentsOf(nodes: readonly TopologyNode[], draft: TopologyDraft): TopologyWrite['nodes'] {
  const assigned = new Map(
    nodes.filter(({ source }) => source === 'assigned').map(({ name, zone }): [string, string | null] => [name, zone]),
  )
  for (const [name, change] of draft) {
    if (change === 'removed') assigned.delete(name)
    else assigned.set(name, change.zone)
  }
  return Object.fromEntries(assigned)
}
