import type { TopologyNode } from '@strata/api-types'
import { useState } from 'react'
import { changedDraft, type NodeChange, rebasedDraft, type TopologyDraft } from './topology-draft.ts'

export type TopologyDraftState = ReturnType<typeof useTopologyDraft>

const empty: TopologyDraft = new Map()

/** What is changed and not saved, with the steps that led there. */
export function useTopologyDraft(nodes: readonly TopologyNode[]) {
  const [steps, setSteps] = useState<readonly TopologyDraft[]>([])
  const draft = steps.at(-1) ?? empty
  return {
    draft,
    change(names: Iterable<string>, change: NodeChange) {
      setSteps([...steps, changedDraft(draft, nodes, names, change)])
    },
    /** Leaves a node as it is stored. */
    revert(name: string) {
      setSteps([...steps, new Map([...draft].filter(([changed]) => changed !== name))])
    },
    undo: () => setSteps(steps.slice(0, -1)),
    discard: () => setSteps([]),
    /** The draft on nodes that were read again. Gives how much is left of it. */
    rebase(current: readonly TopologyNode[]): number {
      const rebased = rebasedDraft(draft, current)
      setSteps(rebased.size === 0 ? [] : [rebased])
      return rebased.size
    },
  }
}
