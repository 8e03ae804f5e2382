import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiClient, createApiClient } from './api-client.ts'
import { type Cookie, openSession } from './open-session.ts'
import { runServer, type ServerProcess } from './run-server.ts'
import type { SignIn } from './sign-in.ts'

export const roles = ['superduper-admin', 'reseller-admin', 'account-admin', 'user'] as const
export type Role = (typeof roles)[number]

/** A server that a test talks to. */
export interface Strata {
  readonly url: string
  signIn(role: Role): SignIn
  /** The cookie of a browser session of that role; one session a role. */
  session(role: Role): Promise<Cookie>
  /** `/v2` with a token of that role: what curl sees; one token a role. */
  api(role?: Role): Promise<ApiClient>
}

/** A server with a store of its own, which can be stopped and started again where it was. */
export interface OwnStrata extends Strata {
  readonly dataDir: string
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  start(env?: Record<string, string>): Promise<void>
}

const password = 'invented-first-password'

/** The demo: a throwaway store with the invented cluster. */
export async function startDemo(): Promise<Strata & { stop(): Promise<void> }> {
  const server = await runServer({ env: {}, demo: true })
  const signIns = printedSignIns(server.printed)
  return { ...talkingTo(() => server.url, signIns), stop: () => server.stop() }
}

/** A server on an empty store; without a password the first start makes one up, as for an operator who sets none. */
export async function startOwn({
  hasPassword = true,
  env: given = {},
}: {
  hasPassword?: boolean
  env?: Record<string, string>
} = {}): Promise<OwnStrata & { dispose(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strata-e2e-'))
  const own = { STRATA_DATA_DIR: dataDir, ...(hasPassword ? { STRATA_ADMIN_PASSWORD: password } : {}), ...given }
  let server: ServerProcess | undefined = await runServer({ env: own })
  const { url } = server
  const made = hasPassword ? password : await initialPassword(dataDir)

  async function stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await server?.stop(signal)
    server = undefined
  }

  return {
    ...talkingTo(() => url, { 'superduper-admin': { account: 'master', username: 'admin', password: made } }),
    dataDir,
    stop,
    async start(env = {}) {
      server = await runServer({ env: { ...own, ...env, STRATA_PORT: new URL(url).port } })
    },
    async dispose() {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function initialPassword(dataDir: string): Promise<string> {
  const file = await readFile(join(dataDir, 'initial-admin'), 'utf8')
  return /^password: (.+)$/m.exec(file)?.[1] ?? ''
}

function talkingTo(url: () => string, signIns: Partial<Record<Role, SignIn>>): Strata {
  const signIn = (role: Role): SignIn => {
    const known = signIns[role]
    if (known === undefined) throw new Error(`Nobody on this store is a ${role}.`)
    return known
  }
  return {
    get url() {
      return url()
    },
    signIn,
    session: oncePerRole((role) => openSession(url(), signIn(role))),
    api: oncePerRole((role) => createApiClient(url(), signIn(role))),
  }
}

/** Signing in is made to be slow. */
function oncePerRole<Made>(make: (role: Role) => Promise<Made>): (role?: Role) => Promise<Made> {
  const made = new Map<Role, Promise<Made>>()
  return (role = 'superduper-admin') => {
    const known = made.get(role) ?? make(role)
    made.set(role, known)
    return known
  }
}

/** The table of sign-ins that the demo prints: account, username, password. */
function printedSignIns(printed: string): Partial<Record<Role, SignIn>> {
  const rows = printed.split('\n').flatMap((line): [string, SignIn][] => {
    const [account, username, password] = line.trim().split(/\s{2,}/)
    return account && username && password ? [[password.replace('invented-', ''), { account, username, password }]] : []
  })
  return Object.fromEntries(rows.filter(([role]) => roles.some((known) => known === role)))
}
