import type { TouchedAccounts } from '@strata/api-types'
import type { Account } from '#bff/accounts/account.ts'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import { isAuthorised } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { StoragePlace } from '../place.ts'
import type { StackedStorage, StorageContext } from '../storage-context.ts'

const mostNamed = 100

/**
 * The accounts that go by a plan, or by the system's document: all of them by the latter.
 * - whoever names the plan counts, in effect or not: what is half done may be completed
 * - all are counted, but only those are named whose storage the session may read: customers move on to other resellers
 */
export async function touchedAccounts(storage: StackedStorage, session: Session, place: StoragePlace) {
  const touched = await accountsBy(storage, place)
  return {
    accounts: namedFor(session, touched),
    count: touched.length,
  } satisfies TouchedAccounts
}

/** Every account that goes by a plan or by the system's document, by name. */
export async function accountsBy(
  { accounts, stored }: StackedStorage,
  place: StoragePlace,
): Promise<readonly Account[]> {
  const all = await accounts.all()
  if (place.type === 'storage') return all
  const followers = new Set(await stored.followers(place.id))
  return all.filter(({ id, planId }) => planId === place.id || followers.has(id))
}

/** Those of the accounts that a session may be told by name, a hundred at most. */
export function namedFor(session: Session, accounts: readonly Account[]): TouchedAccounts['accounts'] {
  return accounts
    .filter((account) => isAuthorised({ who: 'storage', scope: 'account' }, { session, account, userId: undefined }))
    .slice(0, mostNamed)
    .map(({ id, name }) => ({ id, name }))
}

/** Throws `conflict`, with the accounts that go by it, for a plan that is followed and for the system's document. */
export async function requireUnused(storage: StorageContext, actor: Actor, place: StoragePlace): Promise<void> {
  const isSystem = place.type === 'storage' && place.accountId === undefined
  const touched = await touchedAccounts(storage, requireSession(actor), place)
  if (touched.count === 0) return
  const many = touched.count === 1 ? '1 account' : `${touched.count} accounts`
  const cause = isSystem
    ? `What this document says holds for ${many}: remove it with force=true if that is meant.`
    : `This plan is followed by ${many}: give them another one first, or remove it with force=true.`
  const message = isSystem ? 'the document is in use' : 'the plan is in use'
  throw new AppError('conflict', cause, { data: { message, cause, ...touched } })
}
