import type { TouchedAccounts } from '@strata/api-types'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import { isAuthorised } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import type { StoragePlace } from '../place.ts'
import type { StorageStore } from '../store.ts'

const mostNamed = 100

/**
 * The accounts that go by a plan, or by the system's document: all of them by the latter.
 * - whoever names the plan counts, in effect or not: what is half done may be completed
 * - all are counted, but only those are named whose storage the session may read: customers move on to other resellers
 */
export async function touchedAccounts(
  place: StoragePlace,
  session: Session,
  accounts: AccountDirectory,
  store: StorageStore,
) {
  const touched = await accountsBy(place, accounts, store)
  return {
    accounts: namedFor(session, touched),
    count: touched.length,
  } satisfies TouchedAccounts
}

/** Every account that goes by a plan or by the system's document, by name. */
export async function accountsBy(
  place: StoragePlace,
  accounts: AccountDirectory,
  store: StorageStore,
): Promise<readonly Account[]> {
  const all = await accounts.all()
  if (place.type === 'storage') return all
  const followers = new Set(await store.followers(place.id))
  return all.filter(({ id, planId }) => planId === place.id || followers.has(id))
}

/** Those of the accounts that a session may be told by name, a hundred at most. */
export function namedFor(session: Session, accounts: readonly Account[]): TouchedAccounts['accounts'] {
  return accounts
    .filter((account) => isAuthorised({ who: 'storage', scope: 'account' }, { session, account, userId: undefined }))
    .slice(0, mostNamed)
    .map(({ id, name }) => ({ id, name }))
}
