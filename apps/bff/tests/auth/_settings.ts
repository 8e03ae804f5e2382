import { createHash } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { vi } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import type { DocumentDraft } from '#bff/couch/store.ts'
import { ACCOUNTS, type AccountKey, USERS } from '../_accounts.ts'
import { type Caller, passwordOf, type Reply, startApp, type TestApp } from '../_app.ts'

/** `auth_modules` at each place that can set them, and documents besides. */
export interface Settings {
  readonly system?: JsonObject
  readonly accounts?: Partial<Record<AccountKey, JsonObject>>
  readonly besides?: readonly Placed[]
}

interface Placed extends DocumentDraft {
  readonly database: string
}

/** Writes settings for signing in as KAZOO keeps them, and makes the server look at them now. Gives the way to take them back. */
export async function apply({ store }: TestApp, { system, accounts = {}, besides = [] }: Settings) {
  const ofSystem = {
    database: 'system_config',
    id: 'crossbar.auth',
    fields: { default: { auth_modules: system ?? {} } },
  }
  const placed: Placed[] = [
    { ...ofSystem, private: { type: 'config' } },
    ...Object.entries(accounts).map(([key, auth_modules]) => ({
      database: accountDatabase(ACCOUNTS[key as AccountKey].id),
      id: 'configs_crossbar.auth',
      fields: { auth_modules },
      private: { type: 'account_config' },
    })),
    ...besides,
  ]
  const removals: (() => Promise<unknown>)[] = []
  for (const { database, ...draft } of placed) {
    await store.create(database)
    const revision = await store.database(database).put(draft)
    removals.push(() => store.database(database).remove(draft.id, revision))
  }
  vi.advanceTimersByTime(11_000)
  return async () => {
    for (const remove of removals) await remove()
  }
}

/** A server whose memory of settings runs out when `apply` says. */
export function startForSettings(): Promise<TestApp> {
  vi.useFakeTimers({ toFake: ['performance'] })
  return startApp()
}

const accountOf = (caller: Caller) => ACCOUNTS[USERS[caller].account].name

/** As KAZOO's clients sign in. */
export function userAuth(app: TestApp, caller: Caller, password = passwordOf(caller)): Promise<Reply> {
  const credentials = createHash('md5').update(`${caller}:${password}`).digest('hex')
  return app.anyone.put('/v2/user_auth', { credentials, account_name: accountOf(caller) })
}

/** As the sign-in page does. */
export function consoleSignIn(app: TestApp, caller: Caller, password = passwordOf(caller)): Promise<Reply> {
  return app.anyone.post('/console/session', { username: caller, password, account_name: accountOf(caller) })
}
