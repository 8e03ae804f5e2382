import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const startTimeoutMs = 30_000

/** A server to send transcripts to, and who sends them. */
export interface Target {
  readonly url: string
  readonly token: string
  stop(): Promise<void>
}

/** A server of this checkout on an empty store of its own, with its administrator signed in. */
export async function startServer(): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-transcripts-'))
  const password = randomBytes(16).toString('hex')
  const url = `http://127.0.0.1:${await freePort()}`
  const server = spawn('node_modules/.bin/tsx', ['apps/bff/src/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      STRATA_PORT: new URL(url).port,
      STRATA_HOST: '127.0.0.1',
      STRATA_DATA_DIR: folder,
      STRATA_ADMIN_PASSWORD: password,
    },
  })
  const stop = () => stopServer(server, folder)
  try {
    await untilReady(url, server)
    return { url, token: await signIn(url, password), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit')
  rmSync(folder, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('This machine gives no port to listen on.')
  return address.port
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (server.exitCode !== null)
      throw new Error(`The server ended with status ${server.exitCode} before it was ready.`)
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server was not ready within ${startTimeoutMs / 1000} s.`)
}

async function signIn(url: string, password: string): Promise<string> {
  const credentials = createHash('md5').update(`admin:${password}`).digest('hex')
  const response = await fetch(`${url}/v2/user_auth`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ data: { credentials, account_name: 'master' } }),
  })
  const body: unknown = await response.json()
  const token = typeof body === 'object' && body !== null && 'auth_token' in body ? body.auth_token : undefined
  if (typeof token !== 'string') throw new Error(`The administrator could not sign in: ${response.status}.`)
  return token
}
