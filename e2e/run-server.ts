import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const entry = join(import.meta.dirname, '../apps/bff/dist/main.js')
/** Longest wait for the first line that says where it listens (milliseconds). */
const longestStart = 30_000

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
  const errors = text(child.stderr)
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), longestStart)
  const ready = await untilReady(child)
  clearTimeout(timer)
  if (ready === undefined) throw new Error(`The server did not start: ${await errors}`)
  const server: ServerProcess = {
    ...ready,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
  return server
}

/** What was printed up to the log entry that carries the address; undefined when the process ended before. */
function untilReady({ stdout }: ChildProcess): Promise<{ url: string; printed: string } | undefined> {
  return new Promise((resolve) => {
    let printed = ''
    // Reads on to the end: a server must not stop at a full pipe, nor die of a closed one.
    stdout?.on('data', (chunk) => {
      printed += String(chunk)
      const url = /"url":"(http:[^"]+)"/.exec(printed)?.[1]
      if (url !== undefined) resolve({ url, printed })
    })
    stdout?.on('end', () => resolve(undefined))
  })
}
