import { setTimeout } from 'node:timers/promises'
import { createApp } from '../app.ts'
import { buildContext } from '../build-context.ts'
import type { Config } from '../config/config.ts'
import type { Context } from '../context.ts'
import { createCouchDbStore } from '../couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '../couch/embedded/embedded-store.ts'
import type { AppError } from '../errors/app-error.ts'
import { resumeJobs } from '../features/system-configs/nodes/run-job.ts'
import { type Logger, subsystemLogger } from '../logging/logger.ts'
import type { Established } from '../origin/establish-origin.ts'
import { compileAhead } from '../validation/compile-ahead.ts'
import { type Listening, listen } from './listen.ts'

/** What is opened first is read, which validates nothing: until then the processor is left to it (milliseconds). */
const firstPages = 10_000

interface ServerSettings {
  readonly config: Config
  readonly logger: Logger
  readonly hasTerminal: boolean
  readonly version: string
  readonly webRoot: string | undefined
  /** Goes on with what is left of a damaged data folder, and is told what is lost of it. */
  readonly onLoss?: ((lost: readonly string[]) => void) | undefined
  /** Runs once the store is there, before the first request. */
  readonly beforeListening: (context: Context, administrator: Established['administrator']) => Promise<void>
}

/** A server that answers. */
export interface RunningServer {
  /** Where people reach it. */
  readonly url: string
  readonly context: Context
  /** Finishes requests in flight and closes the store. */
  stop(): Promise<void>
}

/** Opens the store, builds the context, listens, and prepares the schemas. Whatever fails closes what was opened. */
export async function startServer({ beforeListening, onLoss, ...parts }: ServerSettings): Promise<RunningServer> {
  const { config, logger } = parts
  const onRefused = ({ message }: AppError) => subsystemLogger(logger, 'store').error(message)
  const store =
    config.couchdbUrl === undefined
      ? await openEmbeddedStore(config.dataDir, { onLoss })
      : createCouchDbStore(config.couchdbUrl, { onRefused })
  try {
    const { context, administrator } = await buildContext({ ...parts, store })
    await beforeListening(context, administrator)
    const listening = await listen(createApp(context), config)
    // Whoever signs in first need not wait for it; what fails here is asked again then.
    void context.accounts.ready().catch(() => undefined)
    void resume(context)
    const ending = new AbortController()
    const ahead = prepareSchemas(context, ending.signal)
    return {
      url: config.publicUrl ?? urlOf(listening, config.host),
      context,
      async stop() {
        ending.abort()
        await listening.stop()
        await ahead
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Jobs that were under way when a server ended; those who look at one let it go on, too. */
async function resume({ store, documents, logger, readOnly }: Context): Promise<void> {
  if (readOnly) return
  const what = 'a node job could not be gone on with: it is when somebody looks at it'
  await resumeJobs({ store, documents }).catch((err: unknown) => subsystemLogger(logger, 'start').warn({ err }, what))
}

async function prepareSchemas({ schemas, validator, logger }: Context, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(firstPages, undefined, { signal })
    await compileAhead(schemas, validator, signal)
  } catch (err) {
    if (signal.aborted) return
    const what = 'schemas could not be prepared: the first request for each does it'
    subsystemLogger(logger, 'start').warn({ err }, what)
  }
}

function urlOf({ port }: Listening, host: string): string {
  const name = /^(127\.|0\.0\.0\.0$|::1?$|localhost$)/.test(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
