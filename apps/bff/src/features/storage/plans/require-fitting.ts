import { setImmediate } from 'node:timers/promises'
import { formatPointer, type JsonValue } from '@strata/json'
import {
  isAboveLimits,
  type KazooVersion,
  layeredStorage,
  mostTimesOver,
  ruleReferences,
  type StorageDocuments,
  type StorageLayer,
  stackBelow,
} from '@strata/storage-plan'
import type { StoredDocument } from '#bff/couch/store.ts'
import { type AppError, validationError } from '#bff/errors/app-error.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { borrowedSecrets } from '../borrowed-secrets.ts'
import { referenceErrors } from '../draft.ts'
import { findDocuments, findPlan } from '../layers.ts'
import { accountPlace, planIdOf } from '../place.ts'
import type { StackedStorage } from '../storage-context.ts'

/** More places than these help nobody. */
const mostNamed = 5

/** A document that a plan comes to lie below. */
interface DocumentAbove {
  readonly document: StoredDocument
  readonly name: 'account' | 'user'
}

/** What lies below those documents now, with the plan that is to come, and without any. */
interface PlanChange {
  readonly now: StorageDocuments
  readonly then: StorageDocuments
  readonly without: StorageDocuments
}

/**
 * Throws `invalid` where a plan, or none, does not fit the documents of an account and its users.
 * - they would name something undefined: nodes fail on it. What they name wrongly already is not held against the plan
 * - they would send the plan's secrets elsewhere: such an entry, made before the plan came, was harmless then. What they
 *   send elsewhere without any plan is not the plan's affair
 * - one of them holds far more than a storage document may: nobody could tell either of the two in time
 */
export async function requireFitting(
  storage: StackedStorage,
  accountId: string,
  planId: string | null,
  version: KazooVersion,
): Promise<void> {
  const { documents: now, own } = await findDocuments(storage, accountPlace(accountId))
  if (planIdOf(own) === planId) return
  const users = await storage.stored.ofUsers(accountId)
  const above: DocumentAbove[] = [
    ...(own === undefined ? [] : [{ document: own, name: 'account' as const }]),
    ...users.map((document) => ({ document, name: 'user' as const })),
  ]
  // The account gets a document with its plan, where it has none.
  const account = now.account ?? { values: {} }
  const then = { ...now, account, plan: await findPlan(storage, planId ?? undefined) }
  const change = { now, then, without: { ...then, plan: undefined } }
  if (above.length > 0) await requireWorkable(stackBelow('user', then), users, planId)
  const dangling = await places(above, (each) => newlyDangling(each, change, version))
  if (dangling.length > 0) throw unfit(dangling, planId, 'names what only its plan until now defines')
  const borrowed = await places(above, (each) => newlyBorrowed(each, change))
  if (borrowed.length > 0) throw unfit(borrowed, planId, 'would send secrets of that plan where its own entries say')
}

/** Throws `invalid` where a layer or a document above it holds far more than it may: the checks would take too long. */
async function requireWorkable(
  layers: readonly StorageLayer[],
  users: readonly StoredDocument[],
  planId: string | null,
): Promise<void> {
  const breathe = createBreathe()
  const large: string[] = []
  for (const { whose, values } of [
    ...layers.map(({ name, values }) => ({ whose: `the ${name}`, values })),
    ...users.map(({ id, fields }) => ({ whose: `user ${id}`, values: fields })),
  ]) {
    if (isAboveLimits(values, mostTimesOver)) large.push(whose)
    await breathe()
  }
  if (large.length === 0) return
  const message = `Nobody can tell whether it fits, as far more is stored than a storage document may have. Make these documents smaller first: ${listed(large)}.`
  throw validationError({ plan_id: { invalid: { message, value: planId } } })
}

/** What is found in each of the documents; others are served after each. */
async function places(
  above: readonly DocumentAbove[],
  find: (each: DocumentAbove) => readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const each of above) {
    found.push(...find(each).map((path) => placeIn(each, path)))
    await setImmediate()
  }
  return found
}

function newlyDangling({ document, name }: DocumentAbove, { now, then }: PlanChange, version: KazooVersion): string[] {
  const layersOf = (documents: StorageDocuments): StorageLayer[] => [
    ...stackBelow(name, documents),
    { name, values: document.fields },
  ]
  if (!losesEntries(document, layersOf(now), layersOf(then), version)) return []
  const offenders = (documents: StorageDocuments) => Object.keys(referenceErrors(layersOf(documents), version))
  const already = new Set(offenders(now))
  return offenders(then).filter((path) => !already.has(path))
}

/** Whether a document names something that is defined no more: nearly none does, which is sooner found than what. */
function losesEntries(
  { fields }: StoredDocument,
  before: readonly StorageLayer[],
  after: readonly StorageLayer[],
  version: KazooVersion,
): boolean {
  const [had, has] = [layeredStorage(before), layeredStorage(after)]
  return ruleReferences(fields, version).some(({ map, id }) => {
    const pointer = formatPointer([map, id])
    return had.isDefined(pointer) && !has.isDefined(pointer)
  })
}

function newlyBorrowed({ document, name }: DocumentAbove, { then, without }: PlanChange): string[] {
  const offenders = (documents: StorageDocuments) =>
    Object.keys(borrowedSecrets(document.fields, stackBelow(name, documents), name))
  const already = new Set(offenders(without))
  return offenders(then).filter((path) => !already.has(path))
}

function placeIn({ document, name }: DocumentAbove, path: string): string {
  return name === 'user' ? `${path} of user ${document.id}` : path
}

function unfit(places: readonly string[], value: JsonValue, what: string): AppError {
  const message = `A document of the account ${what}: change these places first: ${listed(places)}.`
  return validationError({ plan_id: { invalid: { message, value } } })
}

function listed(places: readonly string[]): string {
  return places.slice(0, mostNamed).join(', ') + (places.length > mostNamed ? ', …' : '')
}
