import type { DryRun } from './dry-run.ts'

/**
 * A change of nodes over all categories.
 * - `clone`: `to` gets what `node` sets; `rename`: the same, and what `node` sets is removed; `retire`: it is removed
 * - `existing` says what becomes of what `to` sets already: both together (the same keys as `node` has them), only what
 *   `node` sets, or as it is
 * - `zone`: where the topology is to have `to` from now on; absent: it is left as it is, by `rename` as it has `node`
 * - `take`: at each of the keys one of the two gets what the other reads, set by itself; where that is nothing but
 *   KAZOO's built-in value it sets nothing any more. `zone` is where `node` is supposed to be
 */
export type NodeChange =
  | {
      kind: 'clone' | 'rename'
      node: string
      to: string
      existing: 'merge' | 'replace' | 'skip'
      zone?: string
    }
  | { kind: 'retire'; node: string }
  | {
      kind: 'take'
      node: string
      other: string
      zone?: string
      leaves: { category: string; pointer: string; into: 'node' | 'other' }[]
    }

/** What a change does to the topology. */
export type TopologyChange = {
  node: string
  /** Absent: the node is not in it. Null: its zone is not known. */
  before?: string | null
  after?: string | null
}

/** `POST /console/node_jobs/dry_run`: what the change would do. */
export type NodeReview = {
  changes: DryRun[]
  /** Categories in which the values cannot be stored so; they stay as they are. */
  refused: { category: string; message: string }[]
  /** Categories that are left out because the target sets something there. */
  skipped: string[]
  topology: TopologyChange[]
}

/** `data` of `PUT /console/node_jobs/{id}`: the id is 32 hex digits of the client's choice; sent again it begins nothing. */
export type NodeJobWrite = {
  change: NodeChange
  /** Category → revision, as they were reviewed; another one is left alone. */
  reviewed: Record<string, string>
}

/**
 * What became of a step:
 * - `waiting`: not yet begun; `stored`: done; `taken-back`: undone
 * - `conflict`: the document is another than the one that was looked at; `refused`: the values are not valid
 * - `failed`: the store did not take it
 */
export type NodeStepOutcome = 'waiting' | 'stored' | 'taken-back' | 'conflict' | 'refused' | 'failed'

export type NodeStep = {
  /** Null: the topology. */
  category: string | null
  outcome: NodeStepOutcome
  message?: string
}

/** `GET /console/node_jobs/{id}`. */
export type NodeJob = {
  id: string
  change: NodeChange
  /**
   * - `running`, `taking-back`: there are steps to come, which also a server that starts anew goes on with
   * - `stopped`: somebody stopped it; `ended`: each step was tried
   */
  state: 'running' | 'taking-back' | 'stopped' | 'ended'
  created: string
  steps: NodeStep[]
}

/**
 * `data` of `POST /console/node_jobs/{id}`:
 * - `stop` after the step that runs
 * - `complete`: does what is not stored, on what the documents say now
 * - `take-back`: undoes what is stored, where the document is still the one that the job stored
 */
export type NodeJobAction = { action: 'stop' | 'complete' | 'take-back' }
