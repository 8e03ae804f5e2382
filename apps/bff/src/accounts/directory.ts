import type { JsonValue } from '@strata/json'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { createBreathe, forEachInSteps } from '#bff/scheduling/breathe.ts'
import { createInTurn } from '#bff/scheduling/in-turn.ts'
import { remembered } from '#bff/scheduling/remembered.ts'
import type { Account } from './account.ts'
import { type AccountIndex, createAccountIndex, type Entry, normalisedName, top } from './account-index.ts'
import { compareAccounts } from './account-order.ts'
import { bestMatches, searchRank, searchText, worstRank } from './best-matches.ts'

const masterRememberedMs = 10_000

/**
 * Every account of the cluster by id, parent, name and realm, current as of each call. What it gives is ready: no list is
 * filtered or sorted for a call. A list is replaced when it changes, so whoever holds one keeps what it was.
 */
export type AccountDirectory = ReturnType<typeof createAccountDirectory>

/** The directory over the `accounts` database, which it holds in memory and in order. */
export function createAccountDirectory(store: Store) {
  const index = createAccountIndex()
  /** What the mirror has met and the index has not. */
  const met = new Map<string, StoredDocument>()
  const mirror = createMirror(store.database('accounts'), (document) => {
    if (document.private.type !== 'account' || document.private.deleted === true) return undefined
    met.set(document.id, document)
    return true
  })
  const inTurn = createInTurn()
  const configuredMaster = remembered(async () => {
    const document = await store.database('system_config').get('accounts')
    const section = document?.fields.default
    return typeof section === 'object' && section !== null && 'master_account_id' in section
      ? text(section.master_account_id)
      : undefined
  }, masterRememberedMs)

  async function current(): Promise<AccountIndex> {
    const there = await mirror.current()
    await inTurn('', () => catchUp(there))
    return index
  }

  /** All that is there was met, so the index can only know too many: those that were removed, which the mirror does not tell. */
  async function catchUp(there: ReadonlyMap<string, true>): Promise<void> {
    const breathe = createBreathe()
    while (met.size > 0) {
      const documents = [...met.values()]
      met.clear()
      const changed = new Map<string, Entry>()
      await forEachInSteps(documents, (document) => changed.set(document.id, toEntry(document)), breathe)
      await index.update(changed, breathe)
    }
    if (index.entries.size === there.size) return
    const gone = new Map<string, undefined>()
    const look = (id: string) => {
      if (!there.has(id)) gone.set(id, undefined)
    }
    await forEachInSteps(index.entries.keys(), look, breathe)
    await index.update(gone, breathe)
  }

  return {
    /** Resolves once all accounts have been read: what follows is quick. Rejects as the store does. */
    async ready(): Promise<void> {
      await current()
    },
    async get(id: string): Promise<Account | undefined> {
      return (await current()).entries.get(id)?.account
    },
    /** The account that `system_config/accounts` names, else the oldest without an ancestor. */
    async masterAccountId(): Promise<string | undefined> {
      const configured = await configuredMaster()
      if (configured !== undefined) return configured
      const { list, entries } = await current()
      const created = ({ id }: Account) => entries.get(id)?.created ?? Number.POSITIVE_INFINITY
      return list('parent', top).toSorted((a, b) => created(a) - created(b))[0]?.id
    },
    /** Ordered by name, as all lists here. */
    all: async (): Promise<readonly Account[]> => (await current()).list('ancestor', top),
    children: async (id: string): Promise<readonly Account[]> => (await current()).list('parent', id),
    descendants: async (id: string): Promise<readonly Account[]> => (await current()).list('ancestor', id),
    /** Says how many descendants an account has, for as long as one request takes. */
    async descendantCounts(): Promise<(id: string) => number> {
      const { list } = await current()
      return (id) => list('ancestor', id).length
    },
    /** Accounts whose normalised name (lower case, a–z 0–9 only) equals this one's. */
    named: async (name: string): Promise<readonly Account[]> => (await current()).list('name', normalisedName(name)),
    withRealm: async (realm: string): Promise<readonly Account[]> =>
      (await current()).list('realm', realm.toLowerCase()),
    async withApiKey(key: string): Promise<Account | undefined> {
      return (await current()).list('apiKey', key)[0]
    },
    /** `pvt_signature_secret`, which the tokens of API keys are bound to. */
    async signatureSecret(id: string): Promise<string | undefined> {
      return (await current()).entries.get(id)?.signatureSecret
    },
    /** Type-ahead within the descendants of `under` and itself: by name, realm or id; best first. */
    async search(typed: string, under: string, limit: number): Promise<Account[]> {
      const { list, entries } = await current()
      const wanted = searchText(typed)
      const [named, itself] = [entries.get(wanted)?.account, entries.get(under)?.account]
      const below = await bestMatches(wanted, list('ancestor', under), limit, createBreathe())
      const rank = (account: Account) => searchRank(wanted, account) ?? worstRank + 1
      return [...new Set([named, itself, ...below])]
        .filter((account) => account !== undefined)
        .filter((account) => account.id === under || account.tree.includes(under))
        .filter((account) => rank(account) <= worstRank)
        .sort((a, b) => rank(a) - rank(b) || compareAccounts(a, b))
        .slice(0, limit)
    },
  }
}

function toEntry({ id, fields, private: hidden }: StoredDocument): Entry {
  const name = text(fields.name) ?? id
  const account: Account = {
    id,
    name,
    sortName: name.toLowerCase(),
    realm: text(fields.realm) ?? '',
    tree: Array.isArray(hidden.tree) ? hidden.tree.filter((ancestor) => typeof ancestor === 'string') : [],
    isEnabled: hidden.enabled !== false && fields.enabled !== false,
    isSuperduperAdmin: hidden.superduper_admin === true,
    isReseller: hidden.reseller === true,
    resellerId: text(hidden.reseller_id),
    planId: text(hidden.plan_id),
  }
  return {
    account,
    created: typeof hidden.created === 'number' ? hidden.created : Number.POSITIVE_INFINITY,
    apiKey: text(hidden.api_key),
    signatureSecret: text(hidden.signature_secret),
  }
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
