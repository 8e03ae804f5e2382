import { randomBytes } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import type { Auth } from '#bff/auth/create-auth.ts'
import { addCredentials, removeCredentials } from '#bff/auth/credentials.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { accountDatabase } from '../../../accounts/account-database.ts'
import { readLastingAccount } from '../../../accounts/account-document.ts'
import { normalisedUsername, toUser, type User } from '../../../accounts/users.ts'
import { whileLasting } from '../../../accounts/while-lasting.ts'
import type { Origin } from '../../../origin/find-origin.ts'
import { assertOwnStore } from '../../../origin/protect-store.ts'
import { type Removers, removeOwnedStorage } from '../remove-account-storage.ts'

/** What users are read from and written to. */
export interface UserServices extends Removers {
  readonly origin: Origin
  readonly auth: Auth
}

/** A user to be made or changed: public fields as the schema `user` wants them, the password among them. */
export interface UserInput {
  readonly accountId: string
  readonly id: string
  readonly fields: JsonObject
}

/** Throws `not-found`. */
export async function readUser(auth: Auth, accountId: string, userId: string): Promise<User> {
  const user = await auth.users.get(accountId, userId)
  if (user === undefined) throw badIdentifier(userId)
  return user
}

/** All users of an account on Strata's own store, by name. */
export async function listUsers(store: Store, accountId: string): Promise<User[]> {
  const all = await store.database(accountDatabase(accountId)).range()
  return all
    .map((document) => toUser(document, accountId))
    .filter((user) => user !== undefined)
    .sort((a, b) => ((a.username ?? '') < (b.username ?? '') ? -1 : 1))
}

/** As everything here that writes it throws `forbidden` on a store that KAZOO made. */
export async function createUser(services: UserServices, actor: Actor, input: UserInput): Promise<User> {
  assertOwnStore(services.origin)
  return services.turns.once(turnOf(input.accountId), () => save(services, actor, input, undefined))
}

/**
 * Replaces the public fields; a password among them replaces the old one and ends the user's sessions.
 * Throws `conflict` when another write came between.
 */
export async function replaceUser(
  services: UserServices,
  actor: Actor,
  before: User,
  fields: JsonObject,
): Promise<User> {
  assertOwnStore(services.origin)
  const { accountId, id } = before
  return services.turns.once(turnOf(accountId), () => save(services, actor, { accountId, id, fields }, before))
}

/** Replaces them by what is made of those at that moment; repeated when another write came between. */
export async function changeUser(
  services: UserServices,
  actor: Actor,
  { accountId, id }: Pick<UserInput, 'accountId' | 'id'>,
  fieldsFrom: (before: User) => Promise<JsonObject>,
): Promise<User> {
  assertOwnStore(services.origin)
  return services.turns.repeatedOnConflict(turnOf(accountId), async () => {
    const before = await readUser(services.auth, accountId, id)
    return save(services, actor, { accountId, id, fields: await fieldsFrom(before) }, before)
  })
}

/**
 * Removes the user, their storage document and whatever signs them in. What is cut off is finished by another removal.
 * Throws `conflict` when another write came between, before anything goes.
 */
export async function removeUser(services: UserServices, actor: Actor, user: User): Promise<void> {
  assertOwnStore(services.origin)
  await services.turns.once(turnOf(user.accountId), () => removeWithStorage(services, actor, user))
}

/** All users of an account that is being removed, which takes their storage with it. */
export async function removeAllUsers(services: UserServices, actor: Actor, accountId: string): Promise<void> {
  assertOwnStore(services.origin)
  await services.turns.repeatedOnConflict(turnOf(accountId), async () => {
    for (const user of await listUsers(services.store, accountId)) await remove(services, actor, user)
  })
}

/** Adds what signs in first: it counts only once the user's document names it, which is written next. */
async function save(services: UserServices, actor: Actor, input: UserInput, before: User | undefined): Promise<User> {
  const { store, documents } = services
  const added: string[] = []
  return whileLasting({
    requireLasting: () => readLastingAccount(input.accountId, store),
    write: () => write(services, actor, input, { before, added }),
    async takeBack(user) {
      if (before !== undefined) return
      await removeCredentials(store, added)
      if (user !== undefined) await documents.remove(accountDatabase(user.accountId), user.document, actor)
    },
  })
}

async function write(
  services: UserServices,
  actor: Actor,
  { accountId, id, fields: all }: UserInput,
  { before, added }: { before: User | undefined; added: string[] },
): Promise<User> {
  const { store, documents, auth } = services
  const { password, ...rest } = all
  const username = normalisedUsername(String(rest.username))
  await assertNameIsFree(services, { accountId, id, username })
  assertPasswordFollowsName(username, password, before)
  const credentials =
    typeof password === 'string' ? await addCredentials(auth, { accountId, userId: id, username, password }) : undefined
  added.push(...(credentials ?? []))
  const document = await documents.save({
    database: accountDatabase(accountId),
    type: 'user',
    before: before?.document,
    id,
    fields: { ...rest, username },
    private: hiddenFields(accountId, credentials, before === undefined),
    actor,
  })
  auth.users.forget(accountId, id)
  const saved = toUser(document, accountId)
  if (saved === undefined) throw new AppError('internal', 'A user that was saved is none.')
  const isUsed = (id: string) => saved.credentials.includes(id)
  await removeCredentials(
    store,
    (before?.credentials ?? []).filter((id) => !isUsed(id)),
  )
  return saved
}

async function remove({ store, documents, auth }: UserServices, actor: Actor, user: User): Promise<void> {
  await documents.remove(accountDatabase(user.accountId), user.document, actor)
  auth.users.forget(user.accountId, user.id)
  await removeCredentials(store, user.credentials)
}

/** Storage goes before the user, so that it can be asked for again, and is looked for once more when the user is gone. */
async function removeWithStorage(services: UserServices, actor: Actor, user: User): Promise<void> {
  const { auth, turns } = services
  const { accountId, id } = user
  const current = await auth.users.get(accountId, id)
  if (current?.document.revision !== user.document.revision) {
    throw new AppError('conflict', 'Another write came between.')
  }
  await removeOwnedStorage(services, actor, user)
  await turns.repeatedOnConflict(id, async () => {
    const last = await auth.users.get(accountId, id)
    if (last !== undefined) await remove(services, actor, last)
  })
  await removeOwnedStorage(services, actor, user)
}

/** One after the other: between the look for a name and its write nobody else may take it. */
function turnOf(accountId: string): string {
  return `users of ${accountId}`
}

async function assertNameIsFree(
  services: UserServices,
  { accountId, id, username }: { accountId: string; id: string; username: string },
): Promise<void> {
  const others = (await listUsers(services.store, accountId)).filter((user) => user.id !== id)
  if (!others.some((user) => user.username === username)) return
  throw validationError({
    username: { unique: { message: 'another user of the account has this name', cause: username } },
  })
}

/** What signs a user in is made of the name and the password together. */
function assertPasswordFollowsName(username: string, password: unknown, before: User | undefined): void {
  if (before === undefined || before.username === username || password !== undefined) return
  throw validationError({
    password: { required: { message: 'a new user name needs the password with it', value: 'password' } },
  })
}

/** A new signature secret ends the tokens that were issued under the old one. */
function hiddenFields(accountId: string, credentials: string[] | undefined, isNew: boolean): JsonObject {
  return {
    account_id: accountId,
    account_db: encodeURIComponent(accountDatabase(accountId)),
    ...(credentials === undefined ? {} : { strata: { credentials } }),
    ...(credentials === undefined && !isNew ? {} : { signature_secret: randomBytes(16).toString('hex') }),
  }
}
