import type { CategoryWrite, WayBack } from './console.ts'
import type { DryRun } from './dry-run.ts'

/**
 * `data` of `POST /console/system_configs/bulk/dry_run` and `POST /console/system_configs/bulk`: one change over several
 * categories, each at most once. At most 200 of them, 1,000 operations each and 5,000 in all.
 * Errors of content are keyed from the category on: `ecallmgr.z1.acl_request_timeout_ms` (dots inside as `%2E`).
 */
export type BulkWrite = {
  changes: (CategoryWrite & { category: string })[]
}

/** `POST /console/system_configs/bulk/dry_run`: what the save would do, in the order given. */
export type BulkDryRun = {
  changes: DryRun[]
}

/**
 * What became of a category:
 * - `stored`: written, as `revision`; `unchanged`: the document already said so
 * - `conflict`: another revision is stored; `failed`: the store did not take it; `unknown`: it gave no answer
 * - `not-attempted`: nothing of it was written, because another went wrong; on the embedded store that means all others
 */
export type BulkOutcome = {
  category: string
  outcome: 'stored' | 'unchanged' | 'conflict' | 'failed' | 'unknown' | 'not-attempted'
  /** What is stored now as far as it is known; null where nothing is. */
  revision: string | null
  /** With `stored`: how to take it back, category by category. */
  way_back?: WayBack
}

/**
 * The answer to `POST /console/system_configs/bulk`. Everything is checked before anything is written; where something
 * comes between all the same, the answer is an error (409 or the store's own) whose `data` has the same member beside
 * `message` and `cause`.
 */
export type BulkResult = {
  outcomes: BulkOutcome[]
}
