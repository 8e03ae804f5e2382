import { randomBytes } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { normalisedName } from '#bff/accounts/account-index.ts'
import { toUser } from '#bff/accounts/users.ts'
import { addCredentials, removeCredentials } from '#bff/auth/credentials.ts'
import type { Passwords } from '#bff/auth/passwords.ts'
import { isConflict } from '#bff/couch/own-document.ts'
import type { Database, DocumentDraft, Store } from '#bff/couch/store.ts'
import { toGregorianSeconds } from '#bff/documents/gregorian-seconds.ts'
import type { SignInDetails } from './initial-admin-file.ts'
import type { Marker } from './marker.ts'

interface AdministratorStore {
  readonly store: Store
  readonly passwords: Passwords
  readonly clock: () => Date
}

/** KAZOO's databases that the API works on. */
const DATABASES = ['system_config', 'system_schemas', 'system_data', 'system_auth', 'accounts']

/** Whether the administrator that a marker names is there. */
export async function hasAdministrator(store: Store, { accountId, userId }: Marker): Promise<boolean> {
  return (await store.database(accountDatabase(accountId)).get(userId)) !== undefined
}

/**
 * Makes KAZOO's databases, the superduper admin account and its user, on a store that is Strata's.
 * - every step may have been done already, by an earlier start that was cut short or by a server that starts beside
 * - the user comes last, so whoever wrote it made the administrator: gives whether that was this call
 */
export async function createAdministrator(
  { store, passwords, clock }: AdministratorStore,
  { accountId, userId }: Marker,
  { account, username, password }: SignInDetails,
): Promise<boolean> {
  const databaseName = accountDatabase(accountId)
  await Promise.all([...DATABASES, databaseName].map((name) => store.create(name)))
  const database = store.database(databaseName)
  const common = commonFields(accountId, databaseName, clock())
  const document = accountDraft(accountId, account, common)
  await putUnlessThere(database, document)
  await putUnlessThere(store.database('accounts'), document)
  const signIn = { accountId, userId, username, password }
  // A server beside may be adding the very same; what it has written is then found at the second attempt.
  const ids = await addCredentials({ store, passwords }, signIn).catch((error: unknown) => {
    if (!isConflict(error)) throw error
    return addCredentials({ store, passwords }, signIn)
  })
  if (await putUnlessThere(database, userDraft(userId, username, ids, common))) return true
  await removeUnused(store, { accountId, userId }, ids)
  return false
}

function commonFields(accountId: string, database: string, now: Date): JsonObject {
  const seconds = toGregorianSeconds(now)
  return {
    account_id: accountId,
    account_db: encodeURIComponent(database),
    vsn: '1',
    created: seconds,
    modified: seconds,
    signature_secret: randomBytes(16).toString('hex'),
  }
}

function accountDraft(id: string, name: string, common: JsonObject): DocumentDraft {
  return {
    id,
    fields: { name, realm: `${normalisedName(name)}.sip.localdomain`, language: 'en-US' },
    private: {
      ...common,
      type: 'account',
      tree: [],
      enabled: true,
      superduper_admin: true,
      reseller: true,
      reseller_id: id,
      api_key: randomBytes(32).toString('hex'),
    },
  }
}

function userDraft(id: string, username: string, credentials: readonly string[], common: JsonObject): DocumentDraft {
  return {
    id,
    fields: { username, first_name: 'Strata', last_name: 'Administrator', enabled: true, priv_level: 'admin' },
    private: { ...common, type: 'user', strata: { credentials: [...credentials] } },
  }
}

/** The credentials of a password that lost; they are the winner's where both servers were given the same. */
async function removeUnused(
  store: Store,
  { accountId, userId }: Pick<Marker, 'accountId' | 'userId'>,
  ids: readonly string[],
): Promise<void> {
  const winner = await store.database(accountDatabase(accountId)).get(userId)
  const used = winner === undefined ? [] : (toUser(winner, '')?.credentials ?? [])
  await removeCredentials(
    store,
    ids.filter((id) => !used.includes(id)),
  )
}

async function putUnlessThere(database: Database, draft: DocumentDraft): Promise<boolean> {
  try {
    await database.put(draft)
    return true
  } catch (error) {
    if (!isConflict(error)) throw error
    return false
  }
}
