import type { Account } from '#bff/accounts/account.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'

/**
 * The account and the ancestors whose settings reach it, nearest first: up to the first reseller, which is among them.
 * An account that is a reseller itself takes nothing from above.
 * Source: kapps_account_config, strategy `hierarchy_merge`.
 */
export async function accountHierarchy(
  accountId: string,
  { store, accounts }: { store: Store; accounts: AccountDirectory },
): Promise<string[]> {
  const account = await accounts.get(accountId)
  const ids = [accountId, ...(account?.tree ?? []).toReversed()]
  const services = await store.database('services').getMany(ids)
  const known = await Promise.all(ids.map((id) => accounts.get(id)))
  const reseller = ids.findIndex((_, index) => isReseller(services[index], known[index]))
  return reseller === -1 ? ids : ids.slice(0, reseller + 1)
}

/** Whether an account is a reseller: its document in `services` says, and the account's own where there is none. */
export function isReseller(services: StoredDocument | undefined, account: Account | undefined): boolean {
  return services === undefined ? (account?.isReseller ?? false) : services.private.reseller === true
}
