import { setImmediate } from 'node:timers/promises'
import { type Logger, subsystemLogger } from '#bff/logging/logger.ts'
import type { InTurn } from '#bff/scheduling/in-turn.ts'
import { allJobs, isUnderWay, readJob, type StoredJob, updateJob } from './job-document.ts'
import { type JobStores, runStep } from './run-step.ts'

export interface JobRunner extends JobStores {
  readonly logger: Logger
  /** Of those who run a job on this server. */
  readonly inTurn: InTurn
}

/**
 * Runs what is left of a job, step by step, each of which is recorded: until it ends, or somebody stops it. May run
 * anywhere any number of times, also at once: each document is written once.
 */
export async function runJob(runner: JobStores, id: string): Promise<void> {
  for (;;) {
    const job = await readJob(runner.store, id)
    if (job === undefined || !isUnderWay(job)) return
    const at = nextStep(job)
    const step = job.steps[at]
    if (step === undefined) {
      await updateJob(runner.store, id, (now) =>
        now.state === job.state && nextStep(now) === -1 ? { ...now, state: 'ended' } : now,
      )
      continue
    }
    const made = await runStep(runner, job, step, job.state === 'running' ? 'forth' : 'back')
    // Another server that runs the same job may have been there first, and somebody have taken it back since.
    await updateJob(runner.store, id, (now) =>
      now.steps[at]?.outcome === step.outcome ? { ...now, steps: now.steps.with(at, made) } : now,
    )
    await setImmediate()
  }
}

/** Runs a job beside everything else; what fails is logged, and the job goes on the next time it is looked at. */
export function runInBackground(runner: JobRunner, id: string): void {
  void runner
    .inTurn(id, () => runJob(runner, id))
    .catch((err: unknown) => {
      subsystemLogger(runner.logger, 'documents').warn({ err, job: id }, 'a node job was broken off: it goes on later')
    })
}

/** Goes on with the jobs that a server left when it ended. */
export async function resumeJobs(runner: JobStores): Promise<void> {
  for (const job of await allJobs(runner.store)) if (isUnderWay(job)) await runJob(runner, job.id)
}

/** Minus one where there is none. */
function nextStep({ state, steps }: StoredJob): number {
  return steps.findIndex(({ outcome }) => outcome === (state === 'running' ? 'waiting' : 'stored'))
}
