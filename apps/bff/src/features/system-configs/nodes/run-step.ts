import { isJsonObject, type JsonObject } from '@strata/json'
import { isConflict } from '#bff/couch/own-document.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { assignZones, readAssignments } from '#bff/topology/topology.ts'
import { configDatabase } from '../config-document.ts'
import { jobActor, type StoredJob, type StoredStep, type Swap } from './job-document.ts'

/** What jobs are run with. */
export interface JobStores {
  readonly store: Store
  readonly documents: DocumentWriter
}

type Direction = 'forth' | 'back'

/**
 * Makes a step, or takes it back, and says what became of it. However often it runs, and wherever it was broken off, the
 * document is written once: the write is known again by its request.
 * - a document that is another than the one that the step is based on is left alone
 */
export async function runStep(
  stores: JobStores,
  job: StoredJob,
  step: StoredStep,
  direction: Direction,
): Promise<StoredStep> {
  try {
    return step.category === null
      ? await swapNodes(stores.store, step, direction)
      : await swapSections(stores, job, step, direction)
  } catch (error) {
    // The store is away: the job goes on when it is back.
    if (error instanceof AppError && error.kind === 'unavailable') throw error
    const message = error instanceof AppError ? error.message : 'The server met an error of its own.'
    return { ...step, outcome: 'failed', message }
  }
}

/** Whether the document that is stored is what a step made of it, also where the answer to that never came. */
export async function settledStep(
  { store }: Pick<JobStores, 'store'>,
  job: StoredJob,
  step: StoredStep,
): Promise<StoredStep> {
  if (step.category === null || step.outcome === 'stored' || step.outcome === 'taken-back') return step
  const document = await store.database(configDatabase).get(step.category)
  return document !== undefined && isOf(document, job.id) ? done(step, 'forth', document.revision) : step
}

async function swapSections(
  { store, documents }: JobStores,
  job: StoredJob,
  step: StoredStep,
  direction: Direction,
): Promise<StoredStep> {
  const requestId = direction === 'forth' ? job.id : job.backId
  const document = await store.database(configDatabase).get(step.category ?? '')
  if (document === undefined) return refusedBy(step, direction)
  if (isOf(document, requestId)) return done(step, direction, document.revision)
  const base = direction === 'forth' ? step.base : step.revision
  if (document.revision !== base) return refusedBy(step, direction)
  const fields = swapped(document.fields, direction === 'forth' ? step.after : step.before)
  const write = { database: configDatabase, type: 'config' as const, id: document.id, before: document, fields }
  try {
    const { revision } = await documents.save({ ...write, actor: jobActor(job, requestId) })
    return done(step, direction, revision)
  } catch (error) {
    if (!isConflict(error)) throw error
    // Perhaps another server that runs the same job.
    const now = await store.database(configDatabase).get(document.id)
    return now !== undefined && isOf(now, requestId) ? done(step, direction, now.revision) : refusedBy(step, direction)
  }
}

/** The nodes of the topology stand for themselves: what others changed beside them is left as it is. */
async function swapNodes(store: Store, step: StoredStep, direction: Direction): Promise<StoredStep> {
  const [from, to] = direction === 'forth' ? [step.before, step.after] : [step.after, step.before]
  const { zones, revision } = await readAssignments(store)
  const now = Object.fromEntries(Object.keys(to).map((name) => [name, nodeIn(zones, name)]))
  if (isSame(now, to)) return done(step, direction, '')
  if (!isSame(now, from)) return refusedBy(step, direction)
  const next = new Map(zones)
  for (const [name, node] of Object.entries(to)) {
    if (node === null) next.delete(name)
    else next.set(name, typeof node.zone === 'string' ? node.zone : undefined)
  }
  try {
    await assignZones(store, next, revision)
    return done(step, direction, '')
  } catch (error) {
    if (!isConflict(error)) throw error
    return swapNodes(store, step, direction)
  }
}

/** A node as the topology has it; null where it does not. */
export function nodeIn(zones: ReadonlyMap<string, string | undefined>, name: string): JsonObject | null {
  return zones.has(name) ? { zone: zones.get(name) ?? null } : null
}

function isSame(a: Swap, b: Swap): boolean {
  return Object.keys(b).every((name) => JSON.stringify(a[name] ?? null) === JSON.stringify(b[name] ?? null))
}

/** The public fields of a document with its sections swapped. */
export function swapped(fields: JsonObject, sections: Swap): JsonObject {
  const kept = Object.entries(fields).filter(([name]) => sections[name] !== null)
  const put = Object.entries(sections).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1] ?? undefined),
  )
  return { ...Object.fromEntries(kept), ...Object.fromEntries(put) }
}

function isOf({ private: { request_id: by } }: StoredDocument, requestId: string): boolean {
  return by === requestId
}

function done(step: StoredStep, direction: Direction, revision: string): StoredStep {
  const { message: _, ...rest } = step
  return direction === 'forth' ? { ...rest, outcome: 'stored', revision } : { ...rest, outcome: 'taken-back' }
}

function refusedBy(step: StoredStep, direction: Direction): StoredStep {
  const message =
    direction === 'forth'
      ? 'It has changed since the review, so it was left as it is.'
      : 'It has changed since this was stored, so it was left as it is.'
  return { ...step, outcome: 'conflict', message }
}
