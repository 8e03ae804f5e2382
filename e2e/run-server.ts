import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../apps/bff/dist/main.js')
/** Longest wait for the first line that says where it listens (milliseconds). */
const longestStart = 30_000
/** In the log entry that says where it listens. */
const address = /"url":"(http:[^"]+)"/

export interface ServerProcess {
  readonly url: string
  /** What it printed before it was ready: the demo's sign-ins are in it. */
  readonly printed: string
  /** Ends it as an operator would, or as a power cut does. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Runs the built server in a process of its own until it says that it is ready. */
export async function runServer({ env, demo = false }: { env: Record<string, string>; demo?: boolean }) {
  const child = spawn(process.execPath, [entry, ...(demo ? ['--demo'] : [])], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, STRATA_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), longestStart)
  // The demo prints who can sign in beside its log.
  const printed = await untilPrinted(child, demo ? [address, /invented-user$/m] : [address])
  clearTimeout(timer)
  const url = address.exec(printed)?.[1]
  if (url === undefined) throw new Error(`The server did not start: ${printed}`)
  const server: ServerProcess = {
    url,
    printed,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
  return server
}

/** What was printed once all of `expected` is in it, or when the process ended. */
function untilPrinted(child: ChildProcess, expected: readonly RegExp[]): Promise<string> {
  return new Promise((resolve) => {
    let printed = ''
    // Reads on to the end: a server must not stop at a full pipe, nor die of a closed one.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        printed += String(chunk)
        if (expected.every((pattern) => pattern.test(printed))) resolve(printed)
      })
    }
    child.on('close', () => resolve(printed))
  })
}
