import type { NodeCounts, SavedChange } from '@strata/api-types'
import { nodeCounts, storedChanges } from '@strata/layered-config'
import type { Inspection } from '../configs.ts'
import { effectsOf } from './dry-run.ts'
import type { PlannedChange } from './planned-change.ts'
import { shownWayBack } from './shown-way-back.ts'

/** A save answers at once: past so many readings of a key by a node, who is affected is left to the review. */
const mostReadings = 20_000

/** What a change came to that is stored now, and how to take it back. */
export async function savedChange(change: PlannedChange, inspection: Inspection): Promise<SavedChange> {
  const { before, after } = change
  const leaves = storedChanges(before, after).length
  const isCheap = leaves * inspection.nodes.length <= mostReadings
  const nodes: NodeCounts | undefined = isCheap ? nodeCounts(await effectsOf(change, inspection)) : undefined
  return {
    leaves,
    ...(nodes === undefined ? {} : { nodes: { ...nodes } }),
    way_back: shownWayBack(inspection.configs, inspection.actor, change),
  }
}
