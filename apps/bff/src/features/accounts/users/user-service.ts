import { randomBytes } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { accountDatabase } from '../../../accounts/account-database.ts'
import { readLastingAccount } from '../../../accounts/account-document.ts'
import { normalisedUsername, toUser, type User } from '../../../accounts/users.ts'
import { whileLasting } from '../../../accounts/while-lasting.ts'
import { assertOwnStore } from '../own-store.ts'
import { removeOwnedStorage } from '../remove-account-storage.ts'

type Parts = Pick<Context, 'store' | 'origin' | 'documents' | 'turns' | 'auth' | 'newId'>

/** A user to be made or changed: public fields as the schema `user` wants them, the password among them. */
export interface UserInput {
  readonly accountId: string
  readonly id: string
  readonly fields: JsonObject
}

/** Users as documents. Everything that writes throws `forbidden` on a store that KAZOO made. */
export interface UserService {
  /** Throws `not-found`. */
  read(accountId: string, userId: string): Promise<User>
  /** All users of an account on Strata's own store, by name. */
  list(accountId: string): Promise<User[]>
  create(input: UserInput, request: ApiRequest): Promise<User>
  /**
   * Replaces the public fields; a password among them replaces the old one and ends the user's sessions.
   * Throws `conflict` when another write came between.
   */
  replace(before: User, fields: JsonObject, request: ApiRequest): Promise<User>
  /** Replaces them by what is made of those at that moment; repeated when another write came between. */
  change(
    address: { accountId: string; id: string },
    fieldsFrom: (before: User) => Promise<JsonObject>,
    request: ApiRequest,
  ): Promise<User>
  /**
   * Removes the user, their storage document and whatever signs them in. What is cut off is finished by another removal.
   * Throws `conflict` when another write came between, before anything goes.
   */
  remove(user: User, request: ApiRequest): Promise<void>
  /** All users of an account that is being removed, which takes their storage with it. */
  removeAll(accountId: string, request: ApiRequest): Promise<void>
}

export function createUserService(parts: Parts): UserService {
  const { store, origin, documents, turns, auth } = parts

  async function read(accountId: string, userId: string): Promise<User> {
    const user = await auth.users.get(accountId, userId)
    if (user === undefined) throw badIdentifier(userId)
    return user
  }

  async function list(accountId: string): Promise<User[]> {
    const all = await store.database(accountDatabase(accountId)).range()
    return all
      .map((document) => toUser(document, accountId))
      .filter((user) => user !== undefined)
      .sort((a, b) => ((a.username ?? '') < (b.username ?? '') ? -1 : 1))
  }

  /** Adds what signs in first: it counts only once the user's document names it, which is written next. */
  async function save(input: UserInput, before: User | undefined, request: ApiRequest): Promise<User> {
    const added: string[] = []
    return whileLasting({
      requireLasting: () => readLastingAccount(input.accountId, store),
      write: () => write(input, { before, added }, request),
      async takeBack(user) {
        if (before !== undefined) return
        await auth.credentials.remove(added)
        if (user !== undefined) await documents.remove(accountDatabase(user.accountId), user.document, request)
      },
    })
  }

  async function write(
    { accountId, id, fields: all }: UserInput,
    { before, added }: { before: User | undefined; added: string[] },
    request: ApiRequest,
  ): Promise<User> {
    const { password, ...rest } = all
    const username = normalisedUsername(String(rest.username))
    await assertNameIsFree({ accountId, id, username }, list)
    assertPasswordFollowsName(username, password, before)
    const credentials =
      typeof password === 'string'
        ? await auth.credentials.add({ accountId, userId: id, username, password })
        : undefined
    added.push(...(credentials ?? []))
    const document = await documents.save({
      database: accountDatabase(accountId),
      type: 'user',
      before: before?.document,
      id,
      fields: { ...rest, username },
      private: hiddenFields(accountId, credentials, before === undefined),
      request,
    })
    auth.users.forget(accountId, id)
    const saved = toUser(document, accountId)
    if (saved === undefined) throw new AppError('internal', 'A user that was saved is none.')
    await auth.credentials.remove((before?.credentials ?? []).filter((old) => !saved.credentials.includes(old)))
    return saved
  }

  async function remove(user: User, request: ApiRequest): Promise<void> {
    await documents.remove(accountDatabase(user.accountId), user.document, request)
    auth.users.forget(user.accountId, user.id)
    await auth.credentials.remove(user.credentials)
  }

  /** Storage goes before the user, so that it can be asked for again, and is looked for once more when the user is gone. */
  async function removeWithStorage(user: User, request: ApiRequest): Promise<void> {
    const { accountId, id } = user
    const current = await auth.users.get(accountId, id)
    if (current?.document.revision !== user.document.revision) {
      throw new AppError('conflict', 'Another write came between.')
    }
    await removeOwnedStorage(user, parts, request)
    await turns.repeatedOnConflict(id, async () => {
      const last = await auth.users.get(accountId, id)
      if (last !== undefined) await remove(last, request)
    })
    await removeOwnedStorage(user, parts, request)
  }

  return {
    list,
    read,
    async create(input, request) {
      assertOwnStore(origin)
      return turns.once(turnOf(input.accountId), () => save(input, undefined, request))
    },
    async replace(before, fields, request) {
      assertOwnStore(origin)
      const { accountId, id } = before
      return turns.once(turnOf(accountId), () => save({ accountId, id, fields }, before, request))
    },
    async change({ accountId, id }, fieldsFrom, request) {
      assertOwnStore(origin)
      return turns.repeatedOnConflict(turnOf(accountId), async () => {
        const before = await read(accountId, id)
        return save({ accountId, id, fields: await fieldsFrom(before) }, before, request)
      })
    },
    async remove(user, request) {
      assertOwnStore(origin)
      await turns.once(turnOf(user.accountId), () => removeWithStorage(user, request))
    },
    async removeAll(accountId, request) {
      assertOwnStore(origin)
      await turns.repeatedOnConflict(turnOf(accountId), async () => {
        for (const user of await list(accountId)) await remove(user, request)
      })
    },
  }
}

/** One after the other: between the look for a name and its write nobody else may take it. */
function turnOf(accountId: string): string {
  return `users of ${accountId}`
}

async function assertNameIsFree(
  { accountId, id, username }: { accountId: string; id: string; username: string },
  list: (accountId: string) => Promise<User[]>,
): Promise<void> {
  const others = (await list(accountId)).filter((user) => user.id !== id)
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
