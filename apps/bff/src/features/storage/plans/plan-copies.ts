import { accountDatabase } from '#bff/accounts/account-database.ts'
import { accountsDatabase } from '#bff/accounts/account-document.ts'
import type { Actor } from '#bff/auth/actor.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import { accountPlace, planIdOf } from '../place.ts'
import { saveForAccount } from '../save-for-account.ts'
import type { StorageContext } from '../storage-context.ts'
import { storageDatabase } from '../store.ts'

/** What each of the three documents that say which plan an account follows names; null for none. */
export interface PlanCopies {
  /** The account's document in its own database: what is meant. */
  readonly meant: string | null
  /** The same document among all accounts. */
  readonly listed: string | null
  /** The account's storage document: what nodes follow. */
  readonly followed: string | null
}

/** The plan that an account is to follow, null for none. */
interface Assigned {
  readonly accountId: string
  readonly planId: string | null
  /**
   * Asked before anything is written, and again when the plan is about to take effect: a storage document that changes
   * after that answer is not written over.
   */
  readonly requireFitting: (planId: string | null) => Promise<void>
}

const mostRounds = 10

/** Throws `not-found` for an account whose documents are not all there. */
export async function readPlanCopies(storage: StorageContext, id: string): Promise<PlanCopies> {
  const [own, listed, followed] = await Promise.all([
    ownDocument(storage, id),
    listedDocument(storage, id),
    storage.stored.find(accountPlace(id)),
  ])
  return { meant: planIdOf(own), listed: planIdOf(listed), followed: planIdOf(followed) }
}

/**
 * Makes all three name a plan, or none: first the one that says what is meant, last the one that takes effect. What was
 * cut off before is completed. Of writers that come at once the last one's plan is what all three name afterwards.
 * - each is written on the revision that was read
 * Throws `forbidden` on a read-only store, and `conflict` when it lost ten times in a row.
 */
export async function writePlanCopies(storage: StorageContext, actor: Actor, assigned: Assigned): Promise<void> {
  const { turns } = storage
  const { accountId, planId, requireFitting } = assigned
  await requireFitting(planId)
  await turns.repeatedOnConflict(accountId, async () => {
    const own = await ownDocument(storage, accountId)
    if (planIdOf(own) !== planId) await writeAccount(storage, actor, accountDatabase(accountId), own, planId)
  })
  await turns.repeatedOnConflict(accountId, () => settle(storage, actor, assigned))
}

/** Until a round finds nothing to do: another server may have written in between. */
async function settle(storage: StorageContext, actor: Actor, assigned: Assigned): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) if (!(await follow(storage, actor, assigned))) return
  throw new AppError('conflict', 'Others change the plan of this account at the same time: try again.')
}

/**
 * Copies what is meant to where it differs. Gives whether anything had to be written.
 * A copy is read before what is meant is: if that changes afterwards, its writer finds and mends the copy.
 */
async function follow(
  storage: StorageContext,
  actor: Actor,
  { accountId: id, requireFitting }: Assigned,
): Promise<boolean> {
  const listed = await listedDocument(storage, id)
  const listedPlan = planIdOf(await ownDocument(storage, id))
  const isListed = planIdOf(listed) === listedPlan
  if (!isListed) await writeAccount(storage, actor, accountsDatabase, listed, listedPlan)
  const own = await storage.stored.find(accountPlace(id))
  const plan = planIdOf(await ownDocument(storage, id))
  const isFollowed = planIdOf(own) === plan
  if (!isFollowed) {
    await requireFitting(plan)
    await writeStorage(storage, actor, id, own, plan)
  }
  return !(isListed && isFollowed)
}

function ownDocument(storage: StorageContext, id: string): Promise<StoredDocument> {
  return accountDocument(storage, accountDatabase(id), id)
}

function listedDocument(storage: StorageContext, id: string): Promise<StoredDocument> {
  return accountDocument(storage, accountsDatabase, id)
}

async function accountDocument({ store }: StorageContext, database: string, id: string): Promise<StoredDocument> {
  const document = await store.database(database).get(id)
  if (document?.private.type !== 'account' || document.private.deleted === true) throw badIdentifier(id)
  return document
}

async function writeAccount(
  { documents }: StorageContext,
  actor: Actor,
  database: string,
  before: StoredDocument,
  planId: string | null,
): Promise<void> {
  const { id, fields } = before
  await documents.save({ database, type: 'account', id, fields, accountId: id, ...naming(planId, before), actor })
}

async function writeStorage(
  storage: StorageContext,
  actor: Actor,
  id: string,
  before: StoredDocument | undefined,
  planId: string | null,
): Promise<void> {
  const { private: hidden, ...rest } = naming(planId, before)
  const fields = before?.fields ?? {}
  await saveForAccount(
    storage,
    { accountId: id, userId: undefined },
    { database: storageDatabase, type: 'storage', id, fields, ...rest, private: { account_id: id, ...hidden }, actor },
  )
}

/** The private half of a write that names a plan, or names none any more. */
function naming(planId: string | null, before: StoredDocument | undefined) {
  if (planId !== null) return { before, private: { plan_id: planId } }
  if (before === undefined) return { before, private: {} }
  const { plan_id: dropped, ...kept } = before.private
  return { before: { ...before, private: kept }, private: {} }
}
