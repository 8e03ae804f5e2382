import type { JsonObject } from '@strata/json'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createAccountDirectory } from '#bff/accounts/directory.ts'
import { type Auth, createAuth } from '#bff/auth/create-auth.ts'
import { addCredentials } from '#bff/auth/credentials.ts'
import type { Store } from '#bff/couch/store.ts'

/**
 * The accounts of tests:
 * ```
 * master (superduper)
 * ├── reseller (a reseller)
 * │   └── acme            (reseller: reseller)
 * │       └── branch      (reseller: reseller; acme is above it without being its reseller)
 * ├── moved               (reseller: reseller, which is not above it)
 * └── stranger            (reseller: master)
 * ```
 */
export const ACCOUNTS = {
  master: { id: '0f'.repeat(16), name: 'Master', parent: undefined, reseller: 'master' },
  reseller: { id: '1a'.repeat(16), name: 'Reseller One', parent: 'master', reseller: 'master' },
  acme: { id: '2b'.repeat(16), name: 'Acme Corp', parent: 'reseller', reseller: 'reseller' },
  branch: { id: '3c'.repeat(16), name: 'Acme Branch', parent: 'acme', reseller: 'reseller' },
  moved: { id: '4d'.repeat(16), name: 'Moved Ltd', parent: 'master', reseller: 'reseller' },
  stranger: { id: '5e'.repeat(16), name: 'Stranger', parent: 'master', reseller: 'master' },
} as const satisfies Record<string, SeedAccount>

export type AccountKey = keyof typeof ACCOUNTS

interface SeedAccount {
  readonly id: string
  readonly name: string
  readonly parent: string | undefined
  readonly reseller: string
}

/** The users of tests. Every account has an admin; `acme` and `reseller` have a plain user as well. */
export const USERS = {
  superduper: { account: 'master', id: 'a0'.repeat(16), level: 'admin' },
  'reseller-admin': { account: 'reseller', id: 'a1'.repeat(16), level: 'admin' },
  'reseller-user': { account: 'reseller', id: 'a2'.repeat(16), level: 'user' },
  'account-admin': { account: 'acme', id: 'a3'.repeat(16), level: 'admin' },
  'account-user': { account: 'acme', id: 'a4'.repeat(16), level: 'user' },
  'branch-admin': { account: 'branch', id: 'a5'.repeat(16), level: 'admin' },
  'moved-admin': { account: 'moved', id: 'a6'.repeat(16), level: 'admin' },
  'stranger-admin': { account: 'stranger', id: 'a7'.repeat(16), level: 'admin' },
} as const satisfies Record<string, { account: AccountKey; id: string; level: 'admin' | 'user' }>

export type Caller = keyof typeof USERS

/** The API key of a test account. */
export function apiKeyOf(account: AccountKey): string {
  return `${ACCOUNTS[account].id}${ACCOUNTS[account].id}`
}

/** The invented password of a test user, whose name is its key. */
export function passwordOf(caller: Caller): string {
  return `invented ${caller} 1`
}

/** The cheapest scrypt: tests are about who gets in, not about how long guessing takes. */
export const passwordCost = 16

/** Writes the accounts and users into a store, with passwords as Strata keeps them. */
export async function seedAccounts(store: Store, clock: () => Date): Promise<void> {
  const accounts = createAccountDirectory(store)
  const auth = createAuth({ store, origin: 'strata', accounts, clock, newId: () => '', passwordCost })
  for (const name of ['accounts', 'system_config', 'system_data', 'system_schemas']) await store.create(name)
  for (const [key, account] of Object.entries(ACCOUNTS)) {
    const name = accountDatabase(account.id)
    const draft = { id: account.id, fields: accountFields(account), private: hiddenFields(key as AccountKey) }
    await store.create(name)
    await store.database(name).put(draft)
    await store.database('accounts').put(draft)
  }
  for (const caller of Object.keys(USERS)) await seedUser(store, caller as Caller, auth)
}

async function seedUser(store: Store, username: Caller, auth: Auth): Promise<void> {
  const { account, id, level } = USERS[username]
  const accountId = ACCOUNTS[account].id
  const ids = await addCredentials(auth, { accountId, userId: id, username, password: passwordOf(username) })
  await store.database(accountDatabase(accountId)).put({
    id,
    fields: { username, first_name: 'Test', last_name: username, enabled: true, priv_level: level },
    private: {
      type: 'user',
      account_id: accountId,
      signature_secret: `invented-secret-of-${username}`,
      strata: { credentials: ids },
    },
  })
}

function accountFields({ name }: SeedAccount): JsonObject {
  return { name, realm: `${name.toLowerCase().replace(/[^a-z]/g, '')}.sip.example.org`, language: 'en-US' }
}

function hiddenFields(key: AccountKey): JsonObject {
  const { id, reseller } = ACCOUNTS[key]
  return {
    type: 'account',
    account_id: id,
    account_db: encodeURIComponent(accountDatabase(id)),
    tree: treeOf(key),
    enabled: true,
    superduper_admin: key === 'master',
    reseller: key === 'master' || key === 'reseller',
    reseller_id: ACCOUNTS[reseller].id,
    api_key: apiKeyOf(key),
    signature_secret: `invented-secret-of-${key}`,
    created: 63_945_000_000,
  }
}

function treeOf(key: AccountKey): string[] {
  const { parent } = ACCOUNTS[key]
  return parent === undefined ? [] : [...treeOf(parent), ACCOUNTS[parent].id]
}
