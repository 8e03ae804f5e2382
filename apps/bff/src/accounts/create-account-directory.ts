import type { JsonValue } from '@strata/json'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { createBreathe, forEachInSteps } from '#bff/scheduling/breathe.ts'
import { createInTurn } from '#bff/scheduling/in-turn.ts'
import { remembered } from '#bff/scheduling/remembered.ts'
import { type AccountIndex, createAccountIndex, type Entry, normalisedName, top } from './account-index.ts'
import { compareAccounts } from './account-order.ts'
import { bestMatches, searchRank, searchText, worstRank } from './best-matches.ts'
import type { Account, AccountDirectory } from './directory.ts'

const masterRememberedMs = 10_000

/** The directory over the `accounts` database, which it holds in memory and in order. */
export function createAccountDirectory(store: Store): AccountDirectory {
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
    async ready() {
      await current()
    },
    async get(id) {
      return (await current()).entries.get(id)?.account
    },
    async masterAccountId() {
      const configured = await configuredMaster()
      if (configured !== undefined) return configured
      const { list, entries } = await current()
      const created = ({ id }: Account) => entries.get(id)?.created ?? Number.POSITIVE_INFINITY
      return list('parent', top).toSorted((a, b) => created(a) - created(b))[0]?.id
    },
    all: async () => (await current()).list('ancestor', top),
    children: async (id) => (await current()).list('parent', id),
    descendants: async (id) => (await current()).list('ancestor', id),
    async descendantCounts() {
      const { list } = await current()
      return (id) => list('ancestor', id).length
    },
    named: async (name) => (await current()).list('name', normalisedName(name)),
    withRealm: async (realm) => (await current()).list('realm', realm.toLowerCase()),
    async withApiKey(key) {
      return (await current()).list('apiKey', key)[0]
    },
    async signatureSecret(id) {
      return (await current()).entries.get(id)?.signatureSecret
    },
    async search(typed, under, limit) {
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
