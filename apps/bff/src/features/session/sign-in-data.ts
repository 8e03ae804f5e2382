import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import { isReseller } from '#bff/auth/account-hierarchy.ts'
import type { Store } from '#bff/couch/store.ts'

interface Parts {
  readonly store: Store
  readonly accounts: AccountDirectory
}

/** What Crossbar tells whoever signed in about their account; without a user for API keys. */
export async function signInData(
  account: Account,
  userId: string | undefined,
  { store, accounts }: Parts,
): Promise<JsonObject> {
  const [document, services, cluster, masterId] = await Promise.all([
    store.database('accounts').get(account.id),
    store.database('services').get(account.id),
    store.database('system_config').get('cluster'),
    accounts.masterAccountId(),
  ])
  const clusterId = getAt(cluster?.fields, '/default/cluster_id')
  const resellerId = textOr(services?.private.reseller_id, account.resellerId)
  return {
    ...(userId === undefined ? {} : { owner_id: userId }),
    account_id: account.id,
    account_name: account.name,
    language: textOr(document?.fields.language, 'en-US') ?? 'en-US',
    ...(resellerId === undefined ? {} : { reseller_id: resellerId }),
    is_reseller: isReseller(services, account),
    is_master_account: account.id === masterId,
    ...(typeof clusterId === 'string' ? { cluster_id: clusterId } : {}),
    apps: [],
    capabilities: {},
    ui_config: {},
  }
}

function textOr(value: JsonValue | undefined, fallback: string | undefined): string | undefined {
  return typeof value === 'string' ? value : fallback
}
