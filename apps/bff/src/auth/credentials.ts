import { isJsonObject, type JsonValue } from '@strata/json'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import type { User } from '#bff/accounts/users.ts'
import type { Store } from '#bff/couch/store.ts'
import { inOwnDatabase, ownDatabase } from '../couch/own-document.ts'
import type { Auth } from './create-auth.ts'
import { equalInConstantTime } from './equal-in-constant-time.ts'
import { type Credential, credentialOf } from './passwords.ts'

const views = { md5: 'creds_by_md5', sha: 'creds_by_sha' } as const

/** What signs a user in. */
interface SignIn {
  readonly accountId: string
  readonly userId: string
  readonly username: string
  readonly password: string
}

/**
 * The enabled user of an account whom a credential signs in; asked by a network that failed so often lately.
 * - passwords made by Strata are small documents in the `strata` database, found by the credential's scrypt; those made by
 *   KAZOO are found by the digests in its own views. No account database is ever scanned
 */
export async function findByCredential(
  auth: Auth,
  accountId: string,
  credential: Credential,
  failures: number,
): Promise<User | undefined> {
  const own = auth.origin === 'strata' ? await findOwn(auth, accountId, credential, failures) : undefined
  const user = own ?? (await findKazoos(auth, accountId, credential))
  return user?.isEnabled ? user : undefined
}

/** Stores what signs a user in by name and password; the ids count once the user's document names them. */
export async function addCredentials(
  { store, passwords }: Pick<Auth, 'store' | 'passwords'>,
  { accountId, userId, username, password }: SignIn,
): Promise<string[]> {
  const methods: Credential['method'][] = ['md5', 'sha']
  return Promise.all(
    methods.map(async (method) => {
      const id = await passwords.credentialId(accountId, credentialOf(username, password, method))
      await putUnlessThere(store, id, { account_id: accountId, user_id: userId })
      return id
    }),
  )
}

/** Removes credentials that no user's document names any more. */
export async function removeCredentials(store: Store, ids: readonly string[]): Promise<void> {
  const database = ownDatabase(store)
  const found = await database.getMany(ids)
  await Promise.all(found.map((document) => document && database.remove(document.id, document.revision)))
}

async function findOwn(
  { store, users, passwords }: Auth,
  accountId: string,
  credential: Credential,
  failures: number,
): Promise<User | undefined> {
  const id = await passwords.credentialId(accountId, credential, failures)
  const document = await ownDatabase(store).get(id)
  const userId = document?.fields.user_id
  const user = typeof userId === 'string' ? await users.get(accountId, userId) : undefined
  return user?.credentials.some((known) => equalInConstantTime(known, id)) ? user : undefined
}

async function findKazoos(
  { store, users }: Auth,
  accountId: string,
  { method, digest }: Credential,
): Promise<User | undefined> {
  const rows = await store
    .database(accountDatabase(accountId))
    .view('users', views[method], { key: digest.toLowerCase(), limit: 1 })
  const userId = ownerOf(rows?.[0]?.value)
  return userId === undefined ? undefined : users.get(accountId, userId)
}

/** The same name and password again lead to the same document, which may have been another user's at an earlier time. */
async function putUnlessThere(store: Store, id: string, fields: { account_id: string; user_id: string }) {
  await inOwnDatabase(store, async (database) => {
    const existing = await database.get(id)
    if (existing?.fields.user_id === fields.user_id) return
    const base = existing === undefined ? {} : { revision: existing.revision }
    await database.put({ id, fields, private: { type: 'credential' }, ...base })
  })
}

function ownerOf(value: JsonValue | undefined): string | undefined {
  return isJsonObject(value) && typeof value.owner_id === 'string' ? value.owner_id : undefined
}
