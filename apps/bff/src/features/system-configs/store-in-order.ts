import type { BulkOutcome } from '@strata/api-types'
import { AppError } from '#bff/errors.ts'
import { brokenOff } from './bulk-outcome.ts'
import type { PlannedChange } from './change-planner.ts'
import type { ConfigDocument } from './store.ts'

type Save = (change: PlannedChange) => Promise<ConfigDocument | undefined>

/**
 * Stores changes one after the other.
 * Throws the error of the first that fails, with what became of each in its data; nothing after it is written.
 */
export async function storeInOrder(changes: readonly PlannedChange[], save: Save): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = []
  for (const [index, change] of changes.entries()) {
    try {
      outcomes.push(outcomeOf(change, await save(change)))
    } catch (error) {
      const kind = error instanceof AppError ? error.kind : 'internal'
      const failed = untouched(change, kind === 'conflict' ? 'conflict' : 'failed')
      const rest = changes.slice(index + 1).map((each) => untouched(each, 'not-attempted'))
      throw brokenOff(kind, [...outcomes, failed, ...rest], error)
    }
  }
  return outcomes
}

function outcomeOf({ category: { name, document } }: PlannedChange, saved: ConfigDocument | undefined): BulkOutcome {
  const revision = saved?.revision ?? null
  return { category: name, outcome: revision === (document?.revision ?? null) ? 'unchanged' : 'stored', revision }
}

function untouched({ category: { name, document } }: PlannedChange, outcome: BulkOutcome['outcome']): BulkOutcome {
  return { category: name, outcome, revision: document?.revision ?? null }
}
