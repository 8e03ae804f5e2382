import type { AccountHit } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Store } from '#bff/couch/store.ts'
import { visibleAncestors } from './listing.ts'

const defaultLimit = 20
const largestLimit = 100

/** Accounts within the caller's reach that a typed text may mean, best first. */
export async function searchAccounts(
  { search = '', limit }: Readonly<Record<string, string>>,
  session: Session,
  { accounts, store }: { accounts: AccountDirectory; store: Store },
): Promise<JsonValue> {
  const under = session.isSuperduperAdmin
    ? ((await accounts.masterAccountId()) ?? session.accountId)
    : session.accountId
  const found = await accounts.search(search, under, limitOf(limit))
  const storage = await store.database('system_data').getMany(found.map(({ id }) => id))
  return Promise.all(
    found.map(async (account, index): Promise<JsonValue> => {
      const ancestors = await Promise.all(visibleAncestors(account, session).map((id) => accounts.get(id)))
      const hit: AccountHit = {
        id: account.id,
        name: account.name,
        realm: account.realm,
        path: ancestors.filter((ancestor) => ancestor !== undefined).map(({ name }) => name),
        is_reseller: account.isReseller,
        has_storage: storage[index]?.private.type === 'storage',
      }
      return { ...hit }
    }),
  )
}

function limitOf(text: string | undefined): number {
  const limit = Math.trunc(Number(text ?? defaultLimit))
  return limit > 0 ? Math.min(limit, largestLimit) : defaultLimit
}
