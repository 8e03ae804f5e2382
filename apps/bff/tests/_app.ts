import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isConfigSecret, isStorageSecret } from '@strata/kazoo-schemas'
import { createAccountDirectory } from '#bff/accounts/create-account-directory.ts'
import { createApp } from '#bff/app.ts'
import { createAuth } from '#bff/auth/create-auth.ts'
import type { Config } from '#bff/config/config.ts'
import type { Context } from '#bff/context.ts'
import type { Store } from '#bff/couch/store.ts'
import { createDocumentWriter } from '#bff/documents/create-document-writer.ts'
import { createMetrics } from '#bff/http/metrics.ts'
import { readOnlyReason } from '#bff/http/read-only.ts'
import { createLogger } from '#bff/logger.ts'
import { createRedactor } from '#bff/redaction/create-redactor.ts'
import { createSchemaRepository } from '#bff/schemas/create-schema-repository.ts'
import { createValidator } from '#bff/validation/create-validator.ts'
import { ACCOUNTS, type Caller, seedAccounts, USERS } from './_accounts.ts'
import { type Client, createClient } from './_client.ts'
import { startEmbedded, type TestStore } from './_stores.ts'

export type { Caller } from './_accounts.ts'
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
}

/** A server on a store of its own with the accounts and users of `_accounts.ts`. */
export interface TestApp {
  readonly url: string
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

/** The cheapest scrypt: tests are about who gets in, not about how long guessing takes. */
const passwordCost = 16

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const testStore = await (options.start ?? startEmbedded)()
  const log: string[] = []
  let offset = 0
  const clock = () => new Date(Date.now() + offset)
  const context = createTestContext(testStore.store, log, clock, options)
  await seedAccounts(testStore.store, context.auth.credentials)
  const server = createServer(createApp(context))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tokens = await issueTokens(context)
  const tokenOf = (caller: Caller) => tokens[caller]
  return {
    url,
    context,
    store: testStore.store,
    as: (caller) => createClient(url, { 'x-auth-token': tokenOf(caller) }),
    anyone: createClient(url, {}),
    withHeaders: (headers) => createClient(url, headers),
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

function createTestContext(store: Store, log: string[], clock: () => Date, options: StartOptions): Context {
  const { origin = 'strata', readOnly = false } = options
  const newId = () => randomBytes(16).toString('hex')
  const logger = createLogger({ level: 'debug', readable: false, destination: { write: (line) => log.push(line) } })
  const accounts = createAccountDirectory(store)
  const fingerprintKey = new Uint8Array(32).fill(7)
  return {
    config: { ...testConfig, ...options.config },
    logger,
    store,
    origin,
    readOnly,
    accounts,
    auth: createAuth({ store, origin, accounts, clock, newId, passwordCost }),
    schemas: createSchemaRepository(store),
    validator: createValidator(),
    documents: createDocumentWriter({
      store,
      readOnly: readOnlyReason({ readOnly, origin }),
      node: 'strata@test',
      clock,
      logger,
    }),
    configRedactor: createRedactor({ isSecret: isConfigSecret, fingerprintKey }),
    storageRedactor: createRedactor({ isSecret: isStorageSecret, fingerprintKey }),
    metrics: createMetrics(),
    version: '0.0.0-test',
    webRoot: options.webRoot,
    onSignIn: options.onSignIn ?? (async () => {}),
    clock,
    newId,
  }
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
  logLevel: 'debug',
  redactSecrets: 'browser',
}

async function issueTokens({ accounts, auth }: Context): Promise<Record<Caller, string>> {
  const entries = await Promise.all(
    Object.entries(USERS).map(async ([caller, { account: key, id }]) => {
      const account = await accounts.get(ACCOUNTS[key].id)
      const user = await auth.users.get(ACCOUNTS[key].id, id)
      if (account === undefined || user === undefined) throw new Error(`${caller} was not seeded`)
      return [caller, await auth.issue({ account, user, method: 'cb_user_auth' })] as const
    }),
  )
  return Object.fromEntries(entries) as Record<Caller, string>
}
