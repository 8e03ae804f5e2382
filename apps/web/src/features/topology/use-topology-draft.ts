import type { TopologyNode } from '@strata/api-types'
import { useState } from 'react'
import { beginHistory, redo, step, undo } from '#web/lib/draft/history.ts'
import { changedDraft, type NodeChange, rebasedDraft, type TopologyDraft } from './topology-draft.ts'

export type TopologyDraftState = ReturnType<typeof useTopologyDraft>

const untouched = beginHistory<TopologyDraft>(new Map())

/** What is changed and not saved, with the steps that led there. */
export function useTopologyDraft(nodes: readonly TopologyNode[]) {
  const [history, setHistory] = useState(untouched)
  const { now: draft } = history
  return {
    draft,
    history,
    change(names: Iterable<string>, change: NodeChange) {
      setHistory(step(history, changedDraft(draft, nodes, names, change)))
    },
    /** Leaves a node as it is stored. */
    revert(name: string) {
      setHistory(step(history, new Map([...draft].filter(([changed]) => changed !== name))))
    },
    undo: () => setHistory(undo(history)),
    redo: () => setHistory(redo(history)),
    discard: () => setHistory(untouched),
    /** The draft on nodes that were read again. Gives how much is left of it. */
    rebase(current: readonly TopologyNode[]): number {
      const rebased = rebasedDraft(draft, current)
      setHistory(rebased.size === 0 ? untouched : step(untouched, rebased))
      return rebased.size
    },
  }
}
