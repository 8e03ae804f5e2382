import { randomBytes } from 'node:crypto'
import { getAt, type JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { createInTurn } from '#bff/in-turn.ts'
import { accountDatabase } from './account-database.ts'
import { normalisedName } from './create-account-directory.ts'
import type { Account } from './directory.ts'
import { assertOwnStore } from './own-store.ts'
import { removeAccountStorage } from './remove-account-storage.ts'
import { createUserService } from './user-service.ts'

const databaseName = 'accounts'
const fallbackRealmSuffix = 'sip.localdomain'

type Parts = Pick<Context, 'store' | 'origin' | 'accounts' | 'documents' | 'auth' | 'newId'>

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

/** Accounts as documents. Everything that writes throws `forbidden` on a store that KAZOO made. */
export interface AccountService {
  /** The account document of the `accounts` database. Throws `not-found`. */
  read(id: string): Promise<StoredDocument>
  /** Throws `invalid` when the name or realm is another account's. */
  create(account: NewAccount, request: ApiRequest): Promise<StoredDocument>
  /** Replaces the public fields. */
  replace(before: StoredDocument, fields: JsonObject, request: ApiRequest): Promise<StoredDocument>
  /**
   * Removes an account without descendants, with its users and their storage. What was begun can be begun again.
   * - nobody removes the account they are signed in to
   * - `requireMeant` is asked last before anything goes
   */
  remove(id: string, request: ApiRequest, requireMeant?: () => Promise<void>): Promise<StoredDocument>
}

export function createAccountService(parts: Parts): AccountService {
  const { store, origin, documents } = parts
  const users = createUserService(parts)
  const inTurn = createInTurn()

  async function read(id: string): Promise<StoredDocument> {
    const document = await store.database(databaseName).get(id)
    if (document?.private.type !== 'account' || document.private.deleted === true) throw badIdentifier(id)
    return document
  }

  /** The `accounts` database is the one that is read, so it is written first; the account's own database has a copy. */
  async function save(write: { before: StoredDocument | undefined; draft: Draft }, request: ApiRequest) {
    const { id, fields, hidden } = write.draft
    const document = { type: 'account', id, fields, private: hidden, request } as const
    const saved = await documents.save({ ...document, database: databaseName, before: write.before })
    const copy = await store.database(accountDatabase(id)).get(id)
    await documents.save({ ...document, database: accountDatabase(id), before: copy })
    return saved
  }

  async function create(account: NewAccount, request: ApiRequest): Promise<StoredDocument> {
    assertOwnStore(origin)
    const fields = { ...account.fields, realm: account.fields.realm ?? (await freshRealm(parts)) }
    await assertUnique(account.id, fields, parts)
    await store.create(databaseName)
    await store.create(accountDatabase(account.id))
    return save({ before: undefined, draft: { id: account.id, ...newDocument(account, fields) } }, request)
  }

  async function replace(before: StoredDocument, fields: JsonObject, request: ApiRequest): Promise<StoredDocument> {
    assertOwnStore(origin)
    const withRealm = { ...fields, realm: fields.realm ?? before.fields.realm ?? (await freshRealm(parts)) }
    await assertUnique(before.id, withRealm, parts)
    const draft = splitEnabled(withRealm, before, request)
    return save({ before, draft: { id: before.id, ...draft } }, request)
  }

  return {
    read,
    // One after the other: between the look for a name and its write nobody else may take it.
    create: (account, request) => inTurn(databaseName, () => create(account, request)),
    replace: (before, fields, request) => inTurn(databaseName, () => replace(before, fields, request)),
    async remove(id, request, requireMeant = async () => {}) {
      assertOwnStore(origin)
      const document = await read(id)
      requireMatch(request, document.revision)
      await assertRemovable(id, request, parts)
      await requireMeant()
      await removeAccountStorage(id, parts, request)
      for (const user of await users.list(id)) await users.remove(user, request)
      await store.destroy(accountDatabase(id))
      await documents.remove(databaseName, document, request)
      return document
    },
  }
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
function splitEnabled(all: JsonObject, before: StoredDocument, { session }: ApiRequest) {
  const { enabled, ...fields } = all
  const mayDisable = session === undefined || session.accountId !== before.id
  const hidden: JsonObject = typeof enabled === 'boolean' && mayDisable ? { enabled } : {}
  return { fields, hidden }
}

async function assertUnique(id: string, { name, realm }: JsonObject, { accounts }: Parts): Promise<void> {
  const isTaken = (found: Account[]) => found.some((account) => account.id !== id)
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

async function assertRemovable(id: string, { session }: ApiRequest, { accounts }: Parts): Promise<void> {
  if (id === (await accounts.masterAccountId())) {
    throw new AppError('forbidden', 'The master account cannot be removed.')
  }
  if (id === session?.accountId) {
    throw new AppError('forbidden', 'An account does not remove itself: ask an admin of the account above it.')
  }
  if ((await accounts.descendants(id)).length > 0) {
    throw new AppError('forbidden', 'The account has accounts below it: remove these first.', {
      name: 'account_has_descendants',
    })
  }
}

async function freshRealm({ store }: Parts): Promise<string> {
  const config = await store.database('system_config').get('crossbar.accounts')
  const suffix = getAt(config?.fields, '/default/account_realm_suffix')
  return `${randomBytes(3).toString('hex')}.${typeof suffix === 'string' ? suffix : fallbackRealmSuffix}`
}
