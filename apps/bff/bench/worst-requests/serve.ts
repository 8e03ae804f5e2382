import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { clusterSizes } from '@strata/sample-cluster'
import { apiRoutes } from '#bff/app.ts'
import { toConfig } from '#bff/config/config.ts'
import type { Context } from '#bff/context.ts'
import { fillDemo } from '#bff/demo/fill-demo.ts'
import { createLogger } from '#bff/logging/logger.ts'
import { readMarker } from '#bff/origin/marker.ts'
import { startServer } from '#bff/start/start-server.ts'
import { issueToken } from '../../src/auth/issue-token.ts'
import type { FromServer, SignedIn, ToServer } from './messages.ts'
import { largeDocuments, storedKinds } from './stored-documents.ts'

/**
 * The server whose requests are measured, in a process of its own: its parent asks it by message what each request cost.
 * - arguments: the folder of its store; the size of the cluster that is written into it first, without which it is served
 *   as it is; the kind of large documents that are stored before each request
 * - saves need not test their back-ends: nothing leaves this machine
 */

/** Milliseconds between two looks at the event loop; the histogram counts them in. */
const resolution = 1

const text = { type: 'string' } as const
const {
  folder = '',
  size,
  stored: kindAsked,
} = parseArgs({ options: { folder: text, size: text, stored: text } }).values
const config = toConfig({ STRATA_PORT: '0', STRATA_DATA_DIR: folder, STRATA_ADMIN_PASSWORD: 'bench-only-password' })
let callers: SignedIn[] = []
const server = await startServer({
  config,
  logger: createLogger({ level: 'info', readable: false, destination: { write: () => {} } }),
  hasTerminal: false,
  version: '0.0.0-bench',
  webRoot: undefined,
  async beforeListening(context) {
    const cluster = Object.entries(clusterSizes).find(([name]) => name === size)?.[1]
    if (cluster === undefined) return
    const others = await fillDemo({ ...context, passwords: context.auth.passwords }, cluster)
    const settings = context.store.database('system_config')
    const stored = await settings.get('system_data')
    await settings.put({
      id: 'system_data',
      private: { type: 'config' },
      ...stored,
      fields: { ...stored?.fields, default: { allow_validation_overrides: true } },
    })
    callers = await Promise.all(others.map((other) => signIn(context, other.level, other.accountId, other.userId)))
    const marker = await readMarker(context.store)
    callers.push(await signIn(context, 'superduper-admin', marker?.accountId ?? '', marker?.userId ?? ''))
  },
})

const kind = storedKinds.find((name) => name === kindAsked)
const storeLargeDocuments = kind === undefined ? async () => {} : await largeDocuments(kind, server.context, callers)
await storeLargeDocuments()

const delay = monitorEventLoopDelay({ resolution })
delay.enable()
let before = process.cpuUsage()
process.on('message', async (message: ToServer) => {
  if (message === 'begin') {
    await storeLargeDocuments()
    await setTimeout(2)
    delay.reset()
    before = process.cpuUsage()
    tell({ begun: true })
  } else if (message === 'end') {
    const { user, system } = process.cpuUsage(before)
    // What held the loop is counted at the next look.
    await setTimeout(2 * resolution)
    const cpu = (user + system) / 1000
    tell({ cpu, stall: Math.min(cpu, Math.max(0, delay.max / 1e6 - resolution)) })
  } else {
    await server.stop()
    process.exit(0)
  }
})

const routes = apiRoutes(server.context).map(({ method, path, access }) => ({ method, path, access }))
tell({ url: server.url, routes, callers })

async function signIn(
  { accounts, auth }: Context,
  level: SignedIn['level'],
  accountId: string,
  userId: string,
): Promise<SignedIn> {
  const [account, user] = await Promise.all([accounts.get(accountId), auth.users.get(accountId, userId)])
  if (account === undefined || user === undefined) throw new Error(`no ${level} in the demo`)
  const token = await issueToken(auth, { account, user, method: 'cb_user_auth' })
  return { level, accountId, userId, token }
}

function tell(message: FromServer): void {
  process.send?.(message)
}
