import { accountDatabase } from '#bff/accounts/account-database.ts'
import { accountsDatabase } from '#bff/accounts/account-document.ts'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { accountPlace, planIdOf } from '../place.ts'
import { saveForAccount } from '../save-for-account.ts'
import { type StorageStore, storageDatabase } from '../store.ts'

/** What each of an account's documents says of its plan; null for none. */
export interface PlanCopies {
  /** The account's document in its own database: what is meant. */
  readonly meant: string | null
  /** The same document among all accounts. */
  readonly listed: string | null
  /** The account's storage document: what nodes follow. */
  readonly followed: string | null
}

/** The three documents that say which plan an account follows. */
export interface PlanCopyStore {
  /** Throws `not-found` for an account whose documents are not all there. */
  read(accountId: string): Promise<PlanCopies>
  /**
   * Makes all three name a plan, or none: first the one that says what is meant, last the one that takes effect. What was
   * cut off before is completed. Of writers that come at once the last one's plan is what all three name afterwards.
   * - `requireFitting` is asked before anything is written, and again when the plan is about to take effect: a storage
   *   document that changes after that answer is not written over
   * Throws `forbidden` on a read-only store, and `conflict` when it lost ten times in a row.
   */
  write(
    accountId: string,
    planId: string | null,
    request: ApiRequest,
    requireFitting: (planId: string | null) => Promise<void>,
  ): Promise<void>
}

type RequireFitting = Parameters<PlanCopyStore['write']>[3]

const mostRounds = 10

/** Reads and writes the copies, each write on the revision that was read. */
export function createPlanCopyStore({ store, documents, turns }: Context, storage: StorageStore): PlanCopyStore {
  const ownDocument = (id: string) => accountDocument(accountDatabase(id), id)
  const listedDocument = (id: string) => accountDocument(accountsDatabase, id)
  const storageDocument = (id: string) => storage.find(accountPlace(id))

  async function accountDocument(database: string, id: string): Promise<StoredDocument> {
    const document = await store.database(database).get(id)
    if (document?.private.type !== 'account' || document.private.deleted === true) throw badIdentifier(id)
    return document
  }

  async function writeAccount(database: string, before: StoredDocument, planId: string | null, request: ApiRequest) {
    await documents.save({
      database,
      type: 'account',
      id: before.id,
      fields: before.fields,
      accountId: before.id,
      ...naming(planId, before),
      actor: request,
    })
  }

  async function writeStorage(
    id: string,
    before: StoredDocument | undefined,
    planId: string | null,
    request: ApiRequest,
  ) {
    const { private: hidden, ...rest } = naming(planId, before)
    await saveForAccount(
      { accountId: id, userId: undefined },
      {
        database: storageDatabase,
        type: 'storage',
        id,
        fields: before?.fields ?? {},
        ...rest,
        private: { account_id: id, ...hidden },
        actor: request,
      },
      { store, documents },
    )
  }

  /**
   * Copies what is meant to where it differs. Gives whether anything had to be written.
   * A copy is read before what is meant is: if that changes afterwards, its writer finds and mends the copy.
   */
  async function follow(id: string, request: ApiRequest, requireFitting: RequireFitting): Promise<boolean> {
    const listed = await listedDocument(id)
    const listedPlan = planIdOf(await ownDocument(id))
    const isListed = planIdOf(listed) === listedPlan
    if (!isListed) await writeAccount(accountsDatabase, listed, listedPlan, request)
    const own = await storageDocument(id)
    const plan = planIdOf(await ownDocument(id))
    const isFollowed = planIdOf(own) === plan
    if (!isFollowed) {
      await requireFitting(plan)
      await writeStorage(id, own, plan, request)
    }
    return !(isListed && isFollowed)
  }

  /** Until a round finds nothing to do: another server may have written in between. */
  async function settle(id: string, request: ApiRequest, requireFitting: RequireFitting): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) if (!(await follow(id, request, requireFitting))) return
    throw new AppError('conflict', 'Others change the plan of this account at the same time: try again.')
  }

  return {
    async read(id) {
      const [own, listed, followed] = await Promise.all([ownDocument(id), listedDocument(id), storageDocument(id)])
      return { meant: planIdOf(own), listed: planIdOf(listed), followed: planIdOf(followed) }
    },
    async write(id, planId, request, requireFitting) {
      await requireFitting(planId)
      await turns.repeatedOnConflict(id, async () => {
        const own = await ownDocument(id)
        if (planIdOf(own) !== planId) await writeAccount(accountDatabase(id), own, planId, request)
      })
      await turns.repeatedOnConflict(id, () => settle(id, request, requireFitting))
    },
  }
}

/** The private half of a write that names a plan, or names none any more. */
function naming(planId: string | null, before: StoredDocument | undefined) {
  if (planId !== null) return { before, private: { plan_id: planId } }
  if (before === undefined) return { before, private: {} }
  const { plan_id: dropped, ...kept } = before.private
  return { before: { ...before, private: kept }, private: {} }
}
