import { randomBytes } from 'node:crypto'
import { getAt, type JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { accountDatabase } from '../../accounts/account-database.ts'
import {
  accountsDatabase,
  isClaimed,
  noClaim,
  readAccount,
  readLastingAccount,
  removalClaim,
} from '../../accounts/account-document.ts'
import { normalisedName } from '../../accounts/account-index.ts'
import type { Account } from '../../accounts/directory.ts'
import { whileLasting } from '../../accounts/while-lasting.ts'
import { assertOwnStore } from './own-store.ts'
import { removeAccountStorage } from './remove-account-storage.ts'
import { createUserService } from './users/user-service.ts'

const fallbackRealmSuffix = 'sip.localdomain'

type Parts = Pick<Context, 'store' | 'origin' | 'accounts' | 'documents' | 'turns' | 'auth' | 'newId'>

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
  /** Replaces the public fields. Throws `conflict` when another write came between. */
  replace(before: StoredDocument, fields: JsonObject, request: ApiRequest): Promise<StoredDocument>
  /** Replaces them by what is made of those at that moment; repeated when another write came between. */
  change(id: string, fieldsFrom: (before: StoredDocument) => JsonObject, request: ApiRequest): Promise<StoredDocument>
  /**
   * Removes an account without descendants, with its users and their storage.
   * - nobody removes the account they are signed in to
   * - `requireMeant` is asked before anything goes
   * - the account's document is claimed before anything goes, at the revision that was looked at: until then nothing has
   *   happened, from then on nothing of the account is written, and what is cut off is finished by another removal
   */
  remove(id: string, request: ApiRequest, requireMeant?: () => Promise<void>): Promise<StoredDocument>
}

export function createAccountService(parts: Parts): AccountService {
  const { store, origin, documents, turns } = parts
  const users = createUserService(parts)

  /** One after the other: between the look for a name and its write nobody else may take it. */
  const turn = accountsDatabase

  /** The `accounts` database is the one that is read, so it is written first; the account's own database has a copy. */
  async function save(write: { before: StoredDocument | undefined; draft: Draft }, request: ApiRequest) {
    const { id, fields, hidden } = write.draft
    const document = { type: 'account', id, fields, private: hidden, request } as const
    const saved = await documents.save({ ...document, database: accountsDatabase, before: write.before })
    await turns.repeatedOnConflict(id, async () => {
      const copy = await store.database(accountDatabase(id)).get(id)
      await documents.save({ ...document, database: accountDatabase(id), before: copy })
    })
    return saved
  }

  async function requireLastingParent({ parent }: NewAccount): Promise<void> {
    if (parent !== undefined) await readLastingAccount(parent.id, store)
  }

  async function create(account: NewAccount, request: ApiRequest): Promise<StoredDocument> {
    await requireLastingParent(account)
    const fields = { ...account.fields, realm: account.fields.realm ?? (await freshRealm(parts)) }
    await assertUnique(account.id, fields, parts)
    await store.create(accountsDatabase)
    await store.create(accountDatabase(account.id))
    return save({ before: undefined, draft: { id: account.id, ...newDocument(account, fields) } }, request)
  }

  async function replace(before: StoredDocument, fields: JsonObject, request: ApiRequest): Promise<StoredDocument> {
    const withRealm = { ...fields, realm: fields.realm ?? before.fields.realm ?? (await freshRealm(parts)) }
    await assertUnique(before.id, withRealm, parts)
    const draft = splitEnabled(withRealm, before, request)
    return save({ before, draft: { id: before.id, ...draft } }, request)
  }

  /** The account, while nothing stands against its removal. */
  async function removable(id: string, request: ApiRequest): Promise<StoredDocument> {
    const document = await readAccount(id, store)
    await assertMayRemove(id, request, parts)
    requireMatch(request, document.revision)
    await assertNothingBelow(id, parts)
    return document
  }

  /** Gives the document as it was. */
  async function claim(id: string, request: ApiRequest): Promise<StoredDocument> {
    const before = await removable(id, request)
    if (isClaimed(before)) return before
    const write = { database: accountsDatabase, type: 'account', id, fields: before.fields, request } as const
    const claimed = await documents.save({ ...write, before, private: removalClaim })
    try {
      // Another server may have made an account below that looked at this one before it was claimed.
      await assertNothingBelow(id, parts)
    } catch (error) {
      await documents.save({ ...write, before: claimed, private: noClaim })
      throw error
    }
    return before
  }

  /** Storage goes after the database of users and plan: what is being written for these does not find them any more. */
  async function destroy(id: string, request: ApiRequest): Promise<void> {
    await users.removeAll(id, request)
    await turns.once(id, () => store.destroy(accountDatabase(id)))
    await removeAccountStorage(id, parts, request)
    await turns.repeatedOnConflict(turn, async () => {
      const document = await store.database(accountsDatabase).get(id)
      if (document !== undefined) await documents.remove(accountsDatabase, document, request)
    })
  }

  return {
    read: (id) => readAccount(id, store),
    async create(account, request) {
      assertOwnStore(origin)
      return whileLasting({
        requireLasting: () => requireLastingParent(account),
        write: () => turns.once(turn, () => create(account, request)),
        takeBack: () => destroy(account.id, request),
      })
    },
    async replace(before, fields, request) {
      assertOwnStore(origin)
      return turns.once(turn, async () => {
        await readLastingAccount(before.id, store)
        return replace(before, fields, request)
      })
    },
    async change(id, fieldsFrom, request) {
      assertOwnStore(origin)
      return turns.repeatedOnConflict(turn, async () => {
        const before = await readLastingAccount(id, store)
        return replace(before, fieldsFrom(before), request)
      })
    },
    async remove(id, request, requireMeant = async () => {}) {
      assertOwnStore(origin)
      await removable(id, request)
      await requireMeant()
      const before = await turns.repeatedOnConflict(turn, () => claim(id, request))
      await destroy(id, request)
      return before
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

async function assertMayRemove(id: string, { session }: ApiRequest, { accounts }: Parts): Promise<void> {
  if (id === (await accounts.masterAccountId())) {
    throw new AppError('forbidden', 'The master account cannot be removed.')
  }
  if (id === session?.accountId) {
    throw new AppError('forbidden', 'An account does not remove itself: ask an admin of the account above it.')
  }
}

async function assertNothingBelow(id: string, { accounts }: Parts): Promise<void> {
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
