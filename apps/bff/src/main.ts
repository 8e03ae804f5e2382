import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { withAddressesMasked } from '@strata/kazoo-schemas'
import packageJson from '../package.json' with { type: 'json' }
import { type Config, ConfigError, toConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import type { Context } from './context.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { AppError } from './errors/app-error.ts'
import { createLogger, subsystemLogger } from './logging/logger.ts'
import type { Established } from './origin/establish-origin.ts'
import { initialAdminFile } from './origin/initial-admin-file.ts'
import { type Announcements, createAnnouncements } from './start/announcements.ts'
import { StartError } from './start/start-error.ts'
import { type RunningServer, startServer } from './start/start-server.ts'

/** A stop that takes longer ends the process all the same (milliseconds). */
const LONGEST_STOP = 8000
const DEMO_PASSWORD = 'invented-superduper-admin'
/** What is said of the store that a demo does not use. */
const ofOtherStores = ['STRATA_READ_ONLY', 'STRATA_COUCHDB_URL', 'STRATA_DATA_DIR'] as const
/** Lies at the same place beside the sources and beside the bundle. */
const WEB_ROOT = join(import.meta.dirname, '../../web/dist')

async function main(): Promise<void> {
  const { env, unknown } = readEnv(process.env)
  const isDemo = process.argv.includes('--demo')
  const given = toConfig(env)
  const config = isDemo ? await demoConfig(given) : { ...given, dataDir: resolve(given.dataDir) }
  const cleanUp = async () => {
    if (isDemo) await rm(config.dataDir, { recursive: true, force: true })
  }
  const hasTerminal = process.stdout.isTTY === true
  const logger = createLogger({ level: config.logLevel, readable: hasTerminal, destination: process.stdout })
  // Where nobody reads stdout it carries log lines only.
  const print = (text: string) => void (hasTerminal ? process.stdout : process.stderr).write(text)
  const announce = createAnnouncements({ hasTerminal, logger: subsystemLogger(logger, 'start'), print })
  announce.unknownVariables(unknown)
  if (isDemo) announce.notOfDemo(ofOtherStores.filter((name) => env[name] !== undefined))
  let server: RunningServer | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // A start that is cut short is carried on by the next one, so there is nothing to wait for before there is a server.
    process.once(signal, () => void stop(async () => server?.stop(), cleanUp))
  }
  server = await startServer({
    config,
    logger,
    hasTerminal,
    version: packageJson.version,
    onLoss: process.argv.includes('--accept-loss') ? announce.loss : undefined,
    webRoot: existsSync(join(WEB_ROOT, 'index.html')) ? WEB_ROOT : undefined,
    beforeListening: (context, administrator) =>
      isDemo ? announceDemo(context, announce) : announceSignIn(config, administrator, announce),
  }).catch(async (error: unknown) => {
    await cleanUp()
    throw error
  })
  announce.ready(server)
}

/** The embedded store in a folder of its own, whatever the environment says of stores. */
async function demoConfig(config: Config): Promise<Config> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strata-demo-'))
  const admin = { ...config.admin, password: config.admin.password ?? DEMO_PASSWORD }
  return { ...config, admin, dataDir, couchdbUrl: undefined, readOnly: undefined }
}

async function announceDemo(context: Context, announce: Announcements): Promise<void> {
  const { username, account, password } = context.config.admin
  const others = await fillDemo({ ...context, passwords: context.auth.passwords })
  const shown = password === DEMO_PASSWORD ? password : '(the one you set)'
  announce.demo([{ username, accountName: account, password: shown }, ...others])
}

async function announceSignIn(
  { dataDir }: Config,
  administrator: Established['administrator'],
  announce: Announcements,
): Promise<void> {
  const file = initialAdminFile(dataDir)
  if (administrator !== undefined) announce.administrator(administrator, file)
  else if (existsSync(file)) announce.waitingPassword(file)
}

async function stop(...steps: (() => Promise<void>)[]): Promise<void> {
  setTimeout(() => process.exit(0), LONGEST_STOP).unref()
  for (const step of steps) await step()
  process.exit(0)
}

/** One line on what to do; only what nobody foresaw shows its stack. */
function fail(error: unknown): never {
  const isForeseen = error instanceof ConfigError || error instanceof StartError || error instanceof AppError
  const why = isForeseen ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(withAddressesMasked(`Strata cannot start: ${why}\n`))
  const isConfiguration =
    error instanceof ConfigError || (error instanceof StartError && error.reason === 'configuration')
  process.exit(isConfiguration ? 2 : 1)
}

// The AWS client would write to stderr that versions to come need a newer Node; ours is pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
main().catch(fail)
