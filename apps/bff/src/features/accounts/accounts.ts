import { randomBytes } from 'node:crypto'
import { getAt, type JsonObject } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import {
  accountsDatabase,
  isClaimed,
  noClaim,
  readAccount,
  readLastingAccount,
  removalClaim,
} from '#bff/accounts/account-document.ts'
import { normalisedName } from '#bff/accounts/account-index.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import { whileLasting } from '#bff/accounts/while-lasting.ts'
import type { Actor } from '#bff/auth/actor.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { assertOwnStore } from '../../origin/protect-store.ts'
import { removeAccountStorage } from './remove-account-storage.ts'
import { removeAllUsers, type UserServices } from './users/users.ts'

const fallbackRealmSuffix = 'sip.localdomain'

/** What accounts and their users are read from and written to. */
interface AccountServices extends UserServices {
  readonly accounts: AccountDirectory
}

/** An account to be made. */
export interface NewAccount {
  readonly id: string
  /** Undefined for the topmost account. */
  readonly parent: Account | undefined
  /** Checked against the schema `account`. */
  readonly fields: JsonObject
  readonly isSuperduperAdmin?: boolean
  readonly isReseller?: boolean
}

/** One after the other: between the look for a name and its write nobody else may take it. */
const turn = accountsDatabase

/**
 * Makes an account. As everything here that writes it throws `forbidden` on a store that KAZOO made, and `invalid` when
 * the name or realm is another account's.
 */
export async function createAccount(
  services: AccountServices,
  actor: Actor,
  account: NewAccount,
): Promise<StoredDocument> {
  assertOwnStore(services.origin)
  return whileLasting({
    requireLasting: () => requireLastingParent(services, account),
    write: () => services.turns.once(turn, () => make(services, actor, account)),
    takeBack: () => destroy(services, actor, account.id),
  })
}

/** Replaces the public fields. Throws `conflict` when another write came between. */
export async function replaceAccount(
  services: AccountServices,
  actor: Actor,
  before: StoredDocument,
  fields: JsonObject,
): Promise<StoredDocument> {
  assertOwnStore(services.origin)
  return services.turns.once(turn, async () => {
    await readLastingAccount(before.id, services.store)
    return replace(services, actor, before, fields)
  })
}

/** Replaces them by what is made of those at that moment; repeated when another write came between. */
export async function changeAccount(
  services: AccountServices,
  actor: Actor,
  id: string,
  fieldsFrom: (before: StoredDocument) => JsonObject,
): Promise<StoredDocument> {
  assertOwnStore(services.origin)
  return services.turns.repeatedOnConflict(turn, async () => {
    const before = await readLastingAccount(id, services.store)
    return replace(services, actor, before, fieldsFrom(before))
  })
}

interface Removal {
  readonly id: string
  readonly ifMatch: string | undefined
  /** Is asked before anything goes. */
  readonly requireMeant?: () => Promise<void>
}

/**
 * Removes an account without descendants, with its users and their storage. Gives the document as it was.
 * - nobody removes the account they are signed in to
 * - the account's document is claimed before anything goes, at the revision that was looked at: until then nothing has
 *   happened, from then on nothing of the account is written, and what is cut off is finished by another removal
 */
export async function removeAccount(
  services: AccountServices,
  actor: Actor,
  removal: Removal,
): Promise<StoredDocument> {
  assertOwnStore(services.origin)
  await requireRemovable(services, actor, removal)
  await removal.requireMeant?.()
  const before = await services.turns.repeatedOnConflict(turn, () => claim(services, actor, removal))
  await destroy(services, actor, removal.id)
  return before
}

async function requireLastingParent({ store }: AccountServices, { parent }: NewAccount): Promise<void> {
  if (parent !== undefined) await readLastingAccount(parent.id, store)
}

async function make(services: AccountServices, actor: Actor, account: NewAccount): Promise<StoredDocument> {
  await requireLastingParent(services, account)
  const fields = { ...account.fields, realm: account.fields.realm ?? (await freshRealm(services)) }
  await assertUnique(account.id, fields, services)
  await services.store.create(accountsDatabase)
  await services.store.create(accountDatabase(account.id))
  return save(services, actor, undefined, { id: account.id, ...newDocument(account, fields) })
}

async function replace(
  services: AccountServices,
  actor: Actor,
  before: StoredDocument,
  fields: JsonObject,
): Promise<StoredDocument> {
  const withRealm = { ...fields, realm: fields.realm ?? before.fields.realm ?? (await freshRealm(services)) }
  await assertUnique(before.id, withRealm, services)
  return save(services, actor, before, { id: before.id, ...splitEnabled(withRealm, before, actor) })
}

/** The `accounts` database is the one that is read, so it is written first; the account's own database has a copy. */
async function save(
  { store, documents, turns }: AccountServices,
  actor: Actor,
  before: StoredDocument | undefined,
  { id, fields, hidden }: Draft,
): Promise<StoredDocument> {
  const write = { type: 'account', id, accountId: id, fields, private: hidden, actor } as const
  const saved = await documents.save({ ...write, database: accountsDatabase, before })
  await turns.repeatedOnConflict(id, async () => {
    const copy = await store.database(accountDatabase(id)).get(id)
    await documents.save({ ...write, database: accountDatabase(id), before: copy })
  })
  return saved
}

/** The account, while nothing stands against its removal. */
async function requireRemovable(
  services: AccountServices,
  actor: Actor,
  { id, ifMatch }: Removal,
): Promise<StoredDocument> {
  const document = await readAccount(id, services.store)
  await assertMayRemove(id, actor, services)
  requireMatch({ ifMatch }, document.revision)
  await assertNothingBelow(id, services)
  return document
}

/** Gives the document as it was. */
async function claim(services: AccountServices, actor: Actor, removal: Removal): Promise<StoredDocument> {
  const before = await requireRemovable(services, actor, removal)
  if (isClaimed(before)) return before
  const { id, fields } = before
  const write = { database: accountsDatabase, type: 'account', id, accountId: id, fields, actor } as const
  const claimed = await services.documents.save({ ...write, before, private: removalClaim })
  try {
    // Another server may have made an account below that looked at this one before it was claimed.
    await assertNothingBelow(id, services)
  } catch (error) {
    await services.documents.save({ ...write, before: claimed, private: noClaim })
    throw error
  }
  return before
}

/** Storage goes after the database of users and plan: what is being written for these does not find them any more. */
async function destroy(services: AccountServices, actor: Actor, id: string): Promise<void> {
  const { store, documents, turns } = services
  await removeAllUsers(services, actor, id)
  await turns.once(id, () => store.destroy(accountDatabase(id)))
  await removeAccountStorage(services, actor, id)
  await turns.repeatedOnConflict(turn, async () => {
    const document = await store.database(accountsDatabase).get(id)
    if (document !== undefined) await documents.remove(accountsDatabase, document, actor)
  })
}

interface Draft {
  readonly id: string
  readonly fields: JsonObject
  readonly hidden: JsonObject
}

function newDocument({ id, parent, isSuperduperAdmin = false, isReseller = false }: NewAccount, all: JsonObject) {
  const { enabled, ...fields } = all
  const resellerId = parent?.isReseller || parent?.isSuperduperAdmin ? parent.id : parent?.resellerId
  const hidden: JsonObject = {
    account_id: id,
    account_db: encodeURIComponent(accountDatabase(id)),
    tree: parent === undefined ? [] : [...parent.tree, parent.id],
    enabled: enabled !== false && (parent?.isEnabled ?? true),
    superduper_admin: isSuperduperAdmin,
    reseller: isReseller,
    reseller_id: resellerId ?? parent?.id ?? id,
    api_key: randomBytes(32).toString('hex'),
    signature_secret: randomBytes(16).toString('hex'),
  }
  return { fields, hidden }
}

/** Whether an account is enabled is for those above it to say, as in KAZOO; it is kept among the private members. */
function splitEnabled(all: JsonObject, before: StoredDocument, { session }: Actor) {
  const { enabled, ...fields } = all
  const mayDisable = session === undefined || session.accountId !== before.id
  const hidden: JsonObject = typeof enabled === 'boolean' && mayDisable ? { enabled } : {}
  return { fields, hidden }
}

async function assertUnique(id: string, { name, realm }: JsonObject, { accounts }: AccountServices): Promise<void> {
  const isTaken = (found: readonly Account[]) => found.some((account) => account.id !== id)
  const errors = {
    ...(isTaken(await accounts.named(String(name))) ? { name: unique('name', String(name)) } : {}),
    ...(isTaken(await accounts.withRealm(String(realm))) ? { realm: unique('realm', String(realm)) } : {}),
    ...(normalisedName(String(name)) === ''
      ? { name: { invalid: { message: 'the name needs a letter a–z or a digit, because people sign in by these' } } }
      : {}),
  }
  if (Object.keys(errors).length > 0) throw validationError(errors)
}

function unique(what: string, cause: string) {
  return { unique: { message: `another account has this ${what}`, cause } }
}

async function assertMayRemove(id: string, { session }: Actor, { accounts }: AccountServices): Promise<void> {
  if (id === (await accounts.masterAccountId())) {
    throw new AppError('forbidden', 'The master account cannot be removed.')
  }
  if (id === session?.accountId) {
    throw new AppError('forbidden', 'An account does not remove itself: ask an admin of the account above it.')
  }
}

async function assertNothingBelow(id: string, { accounts }: AccountServices): Promise<void> {
  if ((await accounts.descendants(id)).length > 0) {
    throw new AppError('forbidden', 'The account has accounts below it: remove these first.', {
      name: 'account_has_descendants',
    })
  }
}

async function freshRealm({ store }: AccountServices): Promise<string> {
  const config = await store.database('system_config').get('crossbar.accounts')
  const suffix = getAt(config?.fields, '/default/account_realm_suffix')
  return `${randomBytes(3).toString('hex')}.${typeof suffix === 'string' ? suffix : fallbackRealmSuffix}`
}
