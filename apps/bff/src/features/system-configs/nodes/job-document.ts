import type { NodeChange, NodeJob, NodeStep } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import type { Session } from '#bff/auth/session.ts'
import { inOwnDatabase, isConflict, ownDatabase } from '#bff/couch/own-document.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'

const type = 'node_job'
const prefix = `${type}:`
/** So many that are over are kept, the newest ones. */
const maxKept = 20

/** The members of a document that a step swaps: sections, or nodes of the topology; null for one that is not there. */
export type Swap = Record<string, JsonObject | null>

/** A step with all that it takes to make it, and to take it back. It may hold secrets: never sent. */
export type StoredStep = NodeStep & {
  /** The revision that it is based on; that of the topology does not count. */
  base: string | null
  before: Swap
  after: Swap
  /** As the step stored it. */
  revision?: string
}

/** A job as it is kept in Strata's own database. */
export interface StoredJob {
  readonly id: string
  /** Of its document. */
  readonly revision: string
  readonly change: NodeChange
  readonly state: NodeJob['state']
  readonly created: string
  /** Names the writes that take it back; its own are named by its id. */
  readonly backId: string
  /** Who began it, as documents note it. */
  readonly who: { accountId?: string; userId?: string; claims?: JsonObject }
  readonly steps: readonly StoredStep[]
}

export async function readJob(store: Store, id: string): Promise<StoredJob | undefined> {
  const document = await ownDatabase(store).get(prefix + id)
  return document === undefined ? undefined : fromDoc(document)
}

/** The newest first. */
export async function allJobs(store: Store): Promise<StoredJob[]> {
  const documents = await ownDatabase(store).range({ start: prefix, end: `${prefix}\uffff` })
  return documents.map(fromDoc).sort((a, b) => (a.created < b.created ? 1 : -1))
}

/** Gives the job that is stored under the id: this one, or one that came before it. */
export async function createJob(store: Store, job: Omit<StoredJob, 'revision'>): Promise<StoredJob> {
  try {
    const revision = await inOwnDatabase(store, (database) => database.put(toDoc(job)))
    await forgetOldJobs(store)
    return { ...job, revision }
  } catch (error) {
    const first = isConflict(error) ? await readJob(store, job.id) : undefined
    if (first === undefined) throw error
    return first
  }
}

/** Changes a job, whoever else changes it meanwhile; undefined where it is gone. */
export async function updateJob(
  store: Store,
  id: string,
  change: (job: StoredJob) => StoredJob,
): Promise<StoredJob | undefined> {
  const job = await readJob(store, id)
  if (job === undefined) return undefined
  const changed = change(job)
  if (changed === job) return job
  try {
    const revision = await ownDatabase(store).put({ ...toDoc(changed), revision: job.revision })
    return { ...changed, revision }
  } catch (error) {
    if (!isConflict(error)) throw error
    return updateJob(store, id, change)
  }
}

export function isUnderWay({ state }: Pick<StoredJob, 'state'>): boolean {
  return state === 'running' || state === 'taking-back'
}

/** Whose writes a job's are, named so that they are known again. */
export function jobActor({ who }: StoredJob, requestId: string): Actor {
  const { accountId, userId, claims = {} } = who
  if (accountId === undefined) return { session: undefined, requestId, redact: false }
  const session: Session = {
    accountId,
    userId,
    claims,
    accountName: '',
    isSuperduperAdmin: false,
    isReseller: false,
    resellerId: undefined,
    isAccountAdmin: false,
    tree: [],
    via: 'token',
    token: '',
    expiresAt: new Date(0),
  }
  return { session, requestId, redact: false }
}

/** What of a job may be seen: no values. */
export function shownJob({ id, change, state, created, steps }: StoredJob): NodeJob {
  const shown = steps.map(
    ({ category, outcome, message }): NodeStep => ({
      category,
      outcome,
      ...(message === undefined ? {} : { message }),
    }),
  )
  return { id, change, state, created, steps: shown }
}

async function forgetOldJobs(store: Store): Promise<void> {
  const over = (await allJobs(store)).filter((job) => !isUnderWay(job))
  for (const { id, revision } of over.slice(maxKept)) {
    // Another server may have been there first.
    await ownDatabase(store)
      .remove(prefix + id, revision)
      .catch(() => undefined)
  }
}

function toDoc({ id, change, state, created, backId, who, steps }: Omit<StoredJob, 'revision'>) {
  const fields = { change, state, created, back_id: backId, who, steps: steps.map((step) => ({ ...step })) }
  return { id: prefix + id, fields, private: { type } }
}

function fromDoc({ id, revision, fields }: StoredDocument): StoredJob {
  const { back_id: backId, ...job } = fields as unknown as Omit<StoredJob, 'id' | 'revision' | 'backId'> & {
    back_id: string
  }
  return { ...job, id: id.slice(prefix.length), revision, backId }
}
