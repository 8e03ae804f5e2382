import type { NodeChange, NodeJob, NodeJobAction, NodeJobWrite, NodeReview } from '@strata/api-types'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import type { Configs, Inspection } from '../configs.ts'
import { dryRun } from '../console/dry-run.ts'
import {
  allJobs,
  createJob,
  isUnderWay,
  readJob,
  type StoredJob,
  type StoredStep,
  shownJob,
  updateJob,
} from './job-document.ts'
import {
  type CategoryPlan,
  inspectNodes,
  planInCategory,
  planNodeChange,
  planTopology,
  swapOf,
  topologyChanges,
} from './node-plan.ts'
import { type JobRunner, runInBackground } from './run-job.ts'
import { settledStep } from './run-step.ts'

/** What jobs are made and run with. */
export interface JobServices {
  readonly configs: Configs
  readonly runner: JobRunner
  readonly clock: () => Date
  readonly newId: () => string
  /** Nothing may be written here, so another server goes on with jobs. */
  readonly readOnly: boolean
}

/** What a change of nodes would do. Stores nothing. */
export async function reviewNodeChange(
  { configs }: JobServices,
  actor: Actor,
  change: NodeChange,
): Promise<NodeReview> {
  const inspection = await inspect(configs, actor)
  const review: NodeReview = { changes: [], refused: [], skipped: [], topology: [] }
  for (const plan of await planNodeChange(change, inspection)) {
    if (plan.kind === 'change') review.changes.push(await dryRun(plan.change, inspection))
    else if (plan.kind === 'skipped') review.skipped.push(plan.category.name)
    else review.refused.push({ category: plan.category.name, message: plan.message })
  }
  return { ...review, topology: topologyChanges(await planTopology(change, inspection)) }
}

/** Begins a job, unless it began already: whoever sends the same id again gets the job as it is. */
export async function beginNodeJob(
  services: JobServices,
  actor: Actor,
  id: string,
  { change, reviewed }: NodeJobWrite,
): Promise<NodeJob> {
  const { configs, runner, clock, newId } = services
  const first = await readJob(configs.store, id)
  if (first !== undefined) return shownJob(first)
  const inspection = await inspect(configs, actor)
  const steps = (await planNodeChange(change, inspection)).flatMap((plan) => stepOf(plan, reviewed) ?? [])
  const { before, after } = await planTopology(change, inspection)
  const topology: StoredStep = { category: null, outcome: 'waiting', base: null, before, after }
  const { session } = actor
  const job = await createJob(configs.store, {
    id,
    change,
    state: 'running',
    created: clock().toISOString(),
    backId: newId(),
    who: session === undefined ? {} : whoOf(session),
    steps: Object.keys(after).length === 0 ? steps : [...steps, topology],
  })
  runInBackground(runner, id)
  return shownJob(job)
}

/** A job as it is now. One that was broken off goes on. Throws `not-found`. */
export async function showNodeJob({ configs, runner, readOnly }: JobServices, id: string): Promise<NodeJob> {
  const job = await requireJob(configs, id)
  if (isUnderWay(job) && !readOnly) runInBackground(runner, id)
  return shownJob(job)
}

/** The newest first. */
export async function listNodeJobs({ configs }: JobServices): Promise<NodeJob[]> {
  return (await allJobs(configs.store)).map(shownJob)
}

/** Stops a job, does the rest of it, or takes it back. Throws `not-found`, and `conflict` where it is not the time for that. */
export async function actOnNodeJob(
  services: JobServices,
  actor: Actor,
  id: string,
  { action }: NodeJobAction,
): Promise<NodeJob> {
  const { configs, runner } = services
  const job = await requireJob(configs, id)
  if (action === 'stop') {
    const stopped = await updateJob(configs.store, id, (now) => (isUnderWay(now) ? { ...now, state: 'stopped' } : now))
    return shownJob(stopped ?? job)
  }
  if (isUnderWay(job)) throw notNow('It is still under way: stop it first.')
  const settled = await Promise.all(job.steps.map((step) => settledStep(runner, job, step)))
  if (action === 'complete' && settled.some(({ outcome }) => outcome === 'taken-back')) {
    throw notNow('It was taken back: make the change anew.')
  }
  const steps = action === 'complete' ? await replanned(configs, actor, job, settled) : settled
  const state = action === 'complete' ? 'running' : 'taking-back'
  const begun = await updateJob(configs.store, id, (now) => {
    if (now.revision !== job.revision) throw notNow('Somebody else has just acted on it: look at it again.')
    return { ...now, state, steps }
  })
  runInBackground(runner, id)
  return shownJob(begun ?? job)
}

/** What is not stored is worked out again from what is stored now. */
async function replanned(
  configs: Configs,
  actor: Actor,
  job: StoredJob,
  steps: readonly StoredStep[],
): Promise<StoredStep[]> {
  const inspection = await inspect(configs, actor)
  const topology = await planTopology(job.change, inspection)
  return Promise.all(
    steps.map(async (step): Promise<StoredStep> => {
      if (step.outcome === 'stored') return step
      if (step.category === null) return { category: null, outcome: 'waiting', base: null, ...topology }
      const plan = await planInCategory(job.change, step.category, inspection)
      return (plan === undefined ? undefined : stepOf(plan, undefined)) ?? step
    }),
  )
}

/** Undefined where there is nothing to do. */
function stepOf(plan: CategoryPlan, reviewed: Readonly<Record<string, string>> | undefined): StoredStep | undefined {
  if (plan.kind === 'skipped') return undefined
  if (plan.kind === 'refused') {
    const { name, document } = plan.category
    const nothing = { base: document?.revision ?? null, before: {}, after: {} }
    return { category: name, outcome: 'refused', message: plan.message, ...nothing }
  }
  const { name, document } = plan.change.category
  const step = { category: name, base: document?.revision ?? null, ...swapOf(plan.change) }
  if (Object.keys(step.after).length === 0) return undefined
  if (reviewed === undefined || reviewed[name] === step.base) return { ...step, outcome: 'waiting' }
  return { ...step, outcome: 'conflict', message: 'It has changed since the review, so it was left as it is.' }
}

async function inspect(configs: Configs, actor: Actor): Promise<Inspection> {
  return inspectNodes({ configs, actor, breathe: createBreathe() })
}

async function requireJob({ store }: Configs, id: string): Promise<StoredJob> {
  const job = await readJob(store, id)
  if (job === undefined) throw badIdentifier(id)
  return job
}

function whoOf({ accountId, userId, claims }: NonNullable<Actor['session']>): StoredJob['who'] {
  const { original_account_id: account, original_owner_id: user } = claims
  return {
    accountId,
    ...(userId === undefined ? {} : { userId }),
    claims: {
      ...(account === undefined ? {} : { original_account_id: account }),
      ...(user === undefined ? {} : { original_owner_id: user }),
    },
  }
}

function notNow(cause: string): AppError {
  return new AppError('conflict', cause, { data: { message: 'not now', cause } })
}
