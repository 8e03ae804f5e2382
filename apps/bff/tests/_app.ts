import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '#bff/app.ts'
import { issueToken } from '#bff/auth/issue-token.ts'
import { type OutsideWorld, outsideWorld } from '#bff/back-ends/outside-world.ts'
import { buildContext } from '#bff/build-context.ts'
import type { Config } from '#bff/config/config.ts'
import type { Context } from '#bff/context.ts'
import type { Store } from '#bff/couch/store.ts'
import { createLogger } from '#bff/logging/logger.ts'
import { claimStore, markReady } from '#bff/origin/marker.ts'
import { createHttpServer } from '#bff/start/listen.ts'
import { ACCOUNTS, type Caller, passwordCost, seedAccounts, USERS } from './_accounts.ts'
import { type Client, createClient } from './_client.ts'
import { startEmbedded, type TestStore } from './_stores.ts'

export type { AccountKey, Caller } from './_accounts.ts'
export { ACCOUNTS, apiKeyOf, passwordOf, USERS } from './_accounts.ts'
export type { Client, Reply } from './_client.ts'
export { STORES } from './_stores.ts'

interface StartOptions {
  /** Makes the store, e.g. one of `STORES`; the embedded one by default. */
  readonly start?: () => Promise<TestStore>
  readonly config?: Partial<Config>
  readonly origin?: Context['origin']
  readonly readOnly?: boolean
  readonly webRoot?: string
  readonly onSignIn?: () => Promise<void>
  readonly outside?: Partial<OutsideWorld>
  /** For tests whose back-ends do not exist: the system lets saves skip testing them, and the clients ask for that. */
  readonly savesUntested?: boolean
}

/** A server on a store of its own with the accounts and users of `_accounts.ts`. */
export interface TestApp {
  readonly url: string
  /** What the clients' connections end in. */
  readonly server: Server
  readonly context: Context
  readonly store: Store
  /** With the token of a test user. */
  as(caller: Caller): Client
  /** Without a token. */
  readonly anyone: Client
  /** A client that sends these headers with every request. */
  withHeaders(headers: Record<string, string>): Client
  tokenOf(caller: Caller): string
  /** Every line logged so far. */
  readonly log: readonly string[]
  /** Moves the server's clock on. */
  wait(seconds: number): void
  stop(): Promise<void>
}

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const testStore = await (options.start ?? startEmbedded)()
  const log: string[] = []
  let offset = 0
  const clock = () => new Date(Date.now() + offset)
  const context = await createTestContext(testStore.store, log, clock, options)
  const server = createHttpServer(createApp(context))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { savesUntested = false } = options
  if (savesUntested) await allowUntestedSaves(testStore.store)
  const tokens = await issueTokens(context)
  const clientWith = (headers: Record<string, string>) => createClient(url, headers, { savesUntested })
  const tokenOf = (caller: Caller) => tokens[caller]
  return {
    url,
    server,
    context,
    store: testStore.store,
    as: (caller) => clientWith({ 'x-auth-token': tokenOf(caller) }),
    anyone: clientWith({}),
    withHeaders: clientWith,
    tokenOf,
    log,
    wait(seconds) {
      offset += seconds * 1000
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await testStore.stop()
    },
  }
}

async function allowUntestedSaves(store: Store): Promise<void> {
  await store.create('system_config')
  const fields = { default: { allow_validation_overrides: true } }
  await store.database('system_config').put({ id: 'system_data', fields, private: { type: 'config' } })
}

/** The context that the server itself builds, over a store with the test accounts in it. */
async function createTestContext(
  store: Store,
  log: string[],
  clock: () => Date,
  { origin = 'strata', readOnly = false, config, webRoot, onSignIn, outside }: StartOptions,
): Promise<Context> {
  if (origin === 'strata') {
    await claimStore(store, { accountId: ACCOUNTS.master.id, userId: USERS.superduper.id }, clock())
    await markReady(store)
  }
  await seedAccounts(store, clock)
  const logger = createLogger({ level: 'debug', readable: false, destination: { write: (line) => log.push(line) } })
  const { context } = await buildContext({
    config: { ...testConfig, readOnly, ...config },
    store,
    logger,
    hasTerminal: false,
    version: '0.0.0-test',
    webRoot,
    clock,
    passwordCost,
    outside: { ...outsideWorld, ...outside },
  })
  return { ...context, onSignIn: onSignIn ?? (async () => {}) }
}

const testConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  couchdbUrl: undefined,
  dataDir: '',
  admin: { username: 'admin', password: undefined, account: 'master' },
  readOnly: undefined,
  trustedProxies: [],
  publicUrl: undefined,
  corsOrigins: '*',
  probeAllow: [],
  kazooVersion: '4.3',
  metricsToken: undefined,
  logLevel: 'debug',
  redactSecrets: 'browser',
}

async function issueTokens({ accounts, auth }: Context): Promise<Record<Caller, string>> {
  const entries = await Promise.all(
    Object.entries(USERS).map(async ([caller, { account: key, id }]) => {
      const account = await accounts.get(ACCOUNTS[key].id)
      const user = await auth.users.get(ACCOUNTS[key].id, id)
      if (account === undefined || user === undefined) throw new Error(`${caller} was not seeded`)
      return [caller, await issueToken(auth, { account, user, method: 'cb_user_auth' })] as const
    }),
  )
  return Object.fromEntries(entries) as Record<Caller, string>
}
