import type { BulkOutcome } from '@strata/api-types'
import { deepEqual } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import { RefusedWrites } from '#bff/couch/store-errors.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Configs } from '../configs.ts'
import { saveConfigs } from '../store.ts'
import { brokenOff } from './bulk-outcome.ts'
import type { PlannedChange } from './planned-change.ts'
import { shownWayBack } from './shown-way-back.ts'

/**
 * Stores changes that belong together: on the embedded store all or none, on CouchDB one after the other up to the first
 * that fails. Throws the error of that one, with what became of each in its data. Of what is stored the way back is told.
 */
export async function storeTogether(
  configs: Configs,
  actor: Actor,
  changes: readonly PlannedChange[],
): Promise<BulkOutcome[]> {
  const changed = changes.filter(({ before, after }) => !deepEqual(before, after))
  const outcomes = (revisions: readonly string[], others: (at: number) => BulkOutcome['outcome']) =>
    changes.map((change): BulkOutcome => {
      const { name: category, document } = change.category
      const at = changed.indexOf(change)
      const revision = revisions[at]
      if (revision !== undefined) {
        return { category, outcome: 'stored', revision, way_back: shownWayBack(configs, actor, change) }
      }
      return { category, outcome: at === -1 ? 'unchanged' : others(at), revision: document?.revision ?? null }
    })
  const writes = changed.map(({ category: { name, document }, after }) => ({
    category: name,
    before: document,
    fields: after,
  }))
  try {
    return outcomes(await saveConfigs(configs, actor, writes), () => 'failed')
  } catch (error) {
    const kind = error instanceof AppError ? error.kind : 'internal'
    if (!(error instanceof RefusedWrites))
      throw brokenOff(
        kind,
        outcomes([], () => 'failed'),
        error,
      )
    const { at: refused, stored } = error
    // Where no answer came, the request may have arrived all the same.
    const ofRefused = kind === 'conflict' ? 'conflict' : kind === 'unavailable' ? 'unknown' : 'failed'
    throw brokenOff(
      kind,
      outcomes(stored, (at) => (at === refused ? ofRefused : 'not-attempted')),
      error,
    )
  }
}
