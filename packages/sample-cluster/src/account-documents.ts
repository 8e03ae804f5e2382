import type { JsonObject } from '@strata/json'
import type { Administrator, SampleAccount } from './account-tree.ts'
import { firstNames, lastNames, places } from './names.ts'
import { createRandom } from './random.ts'
import type { SampleDocument } from './sample-document.ts'

const secondsOfYear = 365 * 24 * 3600

export interface AccountSettings {
  readonly seed: number
  readonly now: number
  readonly usersPerAccount: number
  readonly master: Administrator | undefined
  /** The storage plan that an account's document names, if any. */
  readonly planOf: (account: SampleAccount) => string | undefined
}

export interface SampleUser {
  readonly id: string
  readonly username: string
  readonly isAdmin: boolean
}

export function databaseOf(accountId: string): string {
  return `account/${accountId.slice(0, 2)}/${accountId.slice(2, 4)}/${accountId.slice(4)}`
}

/** An account's document, without its database: the same one lies in `accounts` and in the account's own database. */
export function accountDocument(account: SampleAccount, settings: AccountSettings): Omit<SampleDocument, 'database'> {
  const random = createRandom(settings.seed, 'account document', account.index)
  const created = settings.now - random.integer(1, 5) * secondsOfYear
  const plan = settings.planOf(account)
  return {
    id: account.id,
    fields: {
      name: account.name,
      realm: account.realm,
      ...random.pick(places),
      enabled: account.isEnabled,
    },
    private: {
      type: 'account',
      ...belongsTo(account.id),
      tree: [...account.tree],
      enabled: account.isEnabled,
      reseller: account.isReseller,
      reseller_id: account.resellerId,
      superduper_admin: account.index === 0,
      ...(plan === undefined ? {} : { plan_id: plan }),
      ...stamps(created, settings.now - random.integer(0, secondsOfYear)),
    },
  }
}

/** The users of an account, admin first; usernames are unique within it. */
export function sampleUsers(account: SampleAccount, { seed, usersPerAccount, master }: AccountSettings): SampleUser[] {
  return Array.from({ length: usersPerAccount }, (_, place) => {
    const random = createRandom(seed, 'user', account.index, place)
    const id = random.hex(32)
    if (place === 0 && account.index === 0 && master !== undefined) {
      return { id: master.userId, username: master.username, isAdmin: true }
    }
    if (place === 0) return { id, username: 'admin', isAdmin: true }
    const name = random.pick(firstNames).toLowerCase()
    return { id, username: place === 1 ? name : `${name}${place}`, isAdmin: false }
  })
}

export function userDocuments(account: SampleAccount, settings: AccountSettings): SampleDocument[] {
  return sampleUsers(account, settings).map((user, place) => {
    const random = createRandom(settings.seed, 'user document', account.index, place)
    const fields: JsonObject = {
      first_name: user.isAdmin ? random.pick(firstNames) : capitalised(user.username.replace(/\d+$/, '')),
      last_name: random.pick(lastNames),
      username: user.username,
      email: `${user.username}@${account.realm.replace('.sip.', '.')}`,
      enabled: place < 2 || random.chance(0.9),
      priv_level: user.isAdmin ? 'admin' : 'user',
      verified: random.chance(0.5),
    }
    const created = settings.now - random.integer(0, secondsOfYear)
    return {
      database: databaseOf(account.id),
      id: user.id,
      fields,
      private: { type: 'user', ...belongsTo(account.id), ...stamps(created, created) },
    }
  })
}

function belongsTo(accountId: string): JsonObject {
  return { account_id: accountId, account_db: encodeURIComponent(databaseOf(accountId)) }
}

function stamps(created: number, modified: number): JsonObject {
  return { created, modified: Math.max(created, modified), vsn: '1' }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
