import type { JsonValue } from '@strata/json'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { remembered } from '#bff/remembered.ts'
import type { Account, AccountDirectory } from './directory.ts'
import { searchRank } from './search-rank.ts'

const masterRememberedMs = 10_000

interface Entry {
  readonly account: Account
  readonly created: number
  readonly apiKey: string | undefined
  readonly signatureSecret: string | undefined
}

/** The directory over the `accounts` database, which it holds in memory. */
export function createAccountDirectory(store: Store): AccountDirectory {
  const mirror = createMirror(store.database('accounts'), toEntry)
  const configuredMaster = remembered(async () => {
    const document = await store.database('system_config').get('accounts')
    const section = document?.fields.default
    return typeof section === 'object' && section !== null && 'master_account_id' in section
      ? text(section.master_account_id)
      : undefined
  }, masterRememberedMs)

  async function select(isWanted: (entry: Entry) => boolean): Promise<Account[]> {
    const entries = await mirror.current()
    return [...entries.values()]
      .filter(isWanted)
      .map(({ account }) => account)
      .sort(byName)
  }

  return {
    async get(id) {
      return (await mirror.current()).get(id)?.account
    },
    async masterAccountId() {
      const configured = await configuredMaster()
      if (configured !== undefined) return configured
      const roots = [...(await mirror.current()).values()].filter(({ account }) => account.tree.length === 0)
      return roots.sort((a, b) => a.created - b.created)[0]?.account.id
    },
    all: () => select(() => true),
    children: (id) => select(({ account }) => account.tree.at(-1) === id),
    descendants: (id) => select(({ account }) => account.tree.includes(id)),
    named: (name) => select(({ account }) => normalisedName(account.name) === normalisedName(name)),
    withRealm: (realm) => select(({ account }) => account.realm.toLowerCase() === realm.toLowerCase()),
    async withApiKey(key) {
      return (await select(({ apiKey }) => apiKey !== undefined && apiKey === key))[0]
    },
    async signatureSecret(id) {
      return (await mirror.current()).get(id)?.signatureSecret
    },
    async search(text, under, limit) {
      const within = await select(({ account }) => account.id === under || account.tree.includes(under))
      return within
        .map((account) => ({ account, rank: searchRank(text, account) }))
        .filter(({ rank }) => rank !== undefined)
        .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
        .slice(0, limit)
        .map(({ account }) => account)
    },
  }
}

/** KAZOO's key of an account name: lower case, a–z 0–9 only. */
export function normalisedName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function toEntry(document: StoredDocument): Entry | undefined {
  const { id, fields, private: hidden } = document
  if (hidden.type !== 'account' || hidden.deleted === true) return undefined
  const account: Account = {
    id,
    name: text(fields.name) ?? id,
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

function byName(a: Account, b: Account): number {
  return compare(a.name, b.name) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
