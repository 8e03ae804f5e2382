import { setImmediate } from 'node:timers/promises'
import { formatPointer, type JsonValue } from '@strata/json'
import {
  isAboveLimits,
  type KazooVersion,
  type StorageLayer as Layer,
  layeredStorage,
  mostTimesOver,
  ruleReferences,
} from '@strata/storage-plan'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { type AppError, validationError } from '#bff/errors/app-error.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { borrowedSecrets } from '../borrowed-secrets.ts'
import { findBelow, planLayer, type StorageLayer } from '../layers.ts'
import { accountPlace } from '../place.ts'
import { planIdOf } from '../plan-id.ts'
import { referenceErrors } from '../references.ts'
import type { StorageStore } from '../store.ts'

/** More places than these help nobody. */
const mostNamed = 5

/** A document that a plan comes to lie below. */
interface Above {
  readonly document: StoredDocument
  readonly name: 'account' | 'user'
  readonly below: readonly StorageLayer[]
}

/**
 * Throws `invalid` where a plan, or none, does not fit the documents of an account and its users.
 * - they would name something undefined: nodes fail on it. What they name wrongly already is not held against the plan
 * - they would send the plan's secrets elsewhere: such an entry, made before the plan came, was harmless then. What they
 *   send elsewhere without any plan is not the plan's affair
 * - one of them holds far more than a storage document may: nobody could tell either of the two in time
 */
export async function requireFitting(
  accountId: string,
  planId: string | null,
  accounts: AccountDirectory,
  store: StorageStore,
  version: KazooVersion,
): Promise<void> {
  const place = accountPlace(accountId)
  const { layers: belowUsers, own } = await findBelow({ ...place, userId: '' }, accounts, store)
  if (planIdOf(own) === planId) return
  const users = await store.ofUsers(accountId)
  const above: Above[] = users.map((document) => ({ document, name: 'user', below: belowUsers }))
  if (own !== undefined) {
    const belowAccount = belowUsers.filter(({ layer }) => layer !== 'account')
    above.unshift({ document: own, name: 'account', below: belowAccount })
  }
  const plan = await planLayer(planId ?? undefined, store)
  if (above.length > 0) await requireWorkable(withPlan(belowUsers, plan), users, planId)
  const dangling = await places(above, (each) => newlyDangling(each, plan, version))
  if (dangling.length > 0) throw unfit(dangling, planId, 'names what only its plan until now defines')
  const borrowed = await places(above, (each) => newlyBorrowed(each, plan))
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
    ...layers.map(({ layer, values }) => ({ whose: `the ${layer}`, values })),
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
async function places(above: readonly Above[], find: (each: Above) => readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const each of above) {
    found.push(...find(each).map((path) => placeIn(each, path)))
    await setImmediate()
  }
  return found
}

function newlyDangling(
  { document, name, below }: Above,
  plan: readonly StorageLayer[],
  version: KazooVersion,
): string[] {
  const above = (layers: readonly StorageLayer[]): Layer[] => [
    ...layers.map(untitled),
    { name, values: document.fields },
  ]
  if (!losesEntries(document, above(below), above(withPlan(below, plan)), version)) return []
  const offenders = (layers: readonly StorageLayer[]) => Object.keys(referenceErrors(above(layers), version))
  const already = new Set(offenders(below))
  return offenders(withPlan(below, plan)).filter((path) => !already.has(path))
}

/** Whether a document names something that is defined no more: nearly none does, which is sooner found than what. */
function losesEntries(
  { fields }: StoredDocument,
  before: readonly Layer[],
  after: readonly Layer[],
  version: KazooVersion,
): boolean {
  const [had, has] = [layeredStorage(before), layeredStorage(after)]
  return ruleReferences(fields, version).some(({ map, id }) => {
    const pointer = formatPointer([map, id])
    return had.isDefined(pointer) && !has.isDefined(pointer)
  })
}

function newlyBorrowed({ document, name, below }: Above, plan: readonly StorageLayer[]): string[] {
  const offenders = (layers: readonly StorageLayer[]) =>
    Object.keys(borrowedSecrets(document.fields, layers.map(untitled), name))
  const already = new Set(offenders(withPlan(below, [])))
  return offenders(withPlan(below, plan)).filter((path) => !already.has(path))
}

/** The layers with another plan, which lies below the account's document. */
function withPlan(layers: readonly StorageLayer[], plan: readonly StorageLayer[]): StorageLayer[] {
  const others = layers.filter(({ layer }) => layer !== 'plan')
  const account = others.filter(({ layer }) => layer === 'account')
  return [...others.filter(({ layer }) => layer !== 'account'), ...plan, ...account]
}

function untitled({ layer, values }: StorageLayer): Layer {
  return { name: layer, values }
}

function placeIn({ document, name }: Above, path: string): string {
  return name === 'user' ? `${path} of user ${document.id}` : path
}

function unfit(places: readonly string[], value: JsonValue, what: string): AppError {
  const message = `A document of the account ${what}: change these places first: ${listed(places)}.`
  return validationError({ plan_id: { invalid: { message, value } } })
}

function listed(places: readonly string[]): string {
  return places.slice(0, mostNamed).join(', ') + (places.length > mostNamed ? ', …' : '')
}
