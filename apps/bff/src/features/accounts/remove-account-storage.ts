import type { JsonValue } from '@strata/json'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Actor } from '#bff/auth/actor.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import type { Turns } from '#bff/documents/turns.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import { AppError } from '#bff/errors/app-error.ts'

/** What accounts and their storage are removed with. */
export interface Removers {
  readonly store: Store
  readonly documents: DocumentWriter
  /** Of those who write accounts, their copies and storage. */
  readonly turns: Turns
}

const databaseName = 'system_data'
const types: readonly unknown[] = ['storage', 'storage_plan']

/** Throws `conflict` where other accounts follow plans of this one: customers move on to other resellers. */
export async function requirePlansUnused(accountId: string, store: Store, accounts: AccountDirectory): Promise<void> {
  const all = await store.database(databaseName).range()
  const isPlan = ({ private: hidden }: StoredDocument) =>
    hidden.type === 'storage_plan' && hidden.account_id === accountId && hidden.system_plan !== true
  const plans = new Set<JsonValue | undefined>(all.filter(isPlan).map(({ id }) => id))
  const followed = new Set(all.filter((document) => plans.has(document.private.plan_id)).map(({ id }) => id))
  const followers = (await accounts.all()).filter(
    ({ id, planId }) => id !== accountId && (followed.has(id) || plans.has(planId)),
  )
  if (followers.length === 0) return
  const many = followers.length === 1 ? 'one other account' : `${followers.length} other accounts`
  const cause = `Storage plans of this account are followed by ${many}: give them another one first, or remove it with force=true.`
  throw new AppError('conflict', cause, {
    data: { message: 'plans of the account are in use', cause, count: followers.length },
  })
}

/**
 * Removes an account's storage documents: its users', its plans, its own last.
 * - KAZOO leaves the plans behind, where nobody can reach them any more; here they go too
 */
export async function removeAccountStorage(removers: Removers, actor: Actor, accountId: string): Promise<void> {
  const database = removers.store.database(databaseName)
  const all = await database.range()
  const owned = all.filter(({ private: hidden }) => hidden.account_id === accountId && types.includes(hidden.type))
  const ownLast = owned.toSorted((a, b) => Number(a.id === accountId) - Number(b.id === accountId))
  for (const { id } of ownLast) await removeOwnedStorage(removers, actor, { accountId, id })
}

/** Removes one of an account's storage documents, such as a user's by the user's id; nothing where there is none. */
export async function removeOwnedStorage(
  { store, documents, turns }: Removers,
  actor: Actor,
  { accountId, id }: { readonly accountId: string; readonly id: string },
): Promise<void> {
  await turns.repeatedOnConflict(id, async () => {
    const document = await store.database(databaseName).get(id)
    if (document === undefined || !types.includes(document.private.type)) return
    if ((document.private.account_id ?? accountId) === accountId) await documents.remove(databaseName, document, actor)
  })
}
