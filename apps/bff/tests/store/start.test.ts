import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { credentialOf } from '#bff/auth/passwords.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { startCouchServer } from '../_couch-server.ts'
import { temporaryFolder } from '../_stores.ts'
import { rawClient } from '../http/_raw-client.ts'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const PASSWORD = 'an-invented-password'

/** A server process as an operator runs one, without a terminal. */
class Process {
  readonly child: ChildProcess
  out = ''
  err = ''
  readonly ended: Promise<number | null>

  constructor(environment: Record<string, string>, args: string[] = []) {
    this.child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, STRATA_PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text
    })
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text
    })
    this.ended = once(this.child, 'close').then(([code]) => code as number | null)
  }

  /** Its address, once it has said so. */
  async url(): Promise<string> {
    const found = () => /"msg":"Strata is ready: (http:[^" ]+)/.exec(this.out)?.[1]
    while (found() === undefined && this.child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return found() ?? expect.fail(`it ended: ${this.err}`)
  }

  log(): Record<string, unknown>[] {
    return this.out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))
  }
}

describe('a server process', { timeout: 60_000 }, () => {
  let folder: string
  let data: string
  let processes: Process[] = []

  const start = (environment: Record<string, string> = {}, args: string[] = []) => {
    const started = new Process({ STRATA_DATA_DIR: data, ...environment }, args)
    processes.push(started)
    return started
  }
  const stop = async (running: Process) => {
    running.child.kill('SIGTERM')
    return running.ended
  }
  const signIn = (url: string, password: string) =>
    fetch(`${url}/v2/user_auth`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        data: { credentials: credentialOf('admin', password, 'md5').digest, account_name: 'master' },
      }),
    })

  beforeEach(async () => {
    folder = await temporaryFolder()
    data = join(folder, 'data')
  })
  afterEach(async () => {
    for (const { child } of processes) child.kill('SIGKILL')
    await Promise.all(processes.map(({ ended }) => ended))
    processes = []
    await rm(folder, { recursive: true })
  })

  it('says where it is, in JSON lines, and leaves the password in a file until the first sign-in', async () => {
    const first = start()
    const url = await first.url()
    expect(first.log().at(-1)).toMatchObject({ level: 'info', url, store: 'embedded', origin: 'strata' })
    const file = join(data, 'initial-admin')
    expect(first.out).toContain(file)
    const [, password = ''] = /password: (.+)/.exec(await readFile(file, 'utf8')) ?? []
    expect(first.out + first.err).not.toContain(password)
    expect(await stop(first)).toBe(0)

    const second = start()
    expect(second.out).toBe('')
    const secondUrl = await second.url()
    expect(second.out).toContain(file)
    expect((await signIn(secondUrl, 'wrong')).status).toBe(401)
    expect(existsSync(file)).toBe(true)
    expect((await signIn(secondUrl, password)).status).toBe(201)
    expect(existsSync(file)).toBe(false)
    expect(await stop(second)).toBe(0)

    const third = start()
    await third.url()
    expect(third.out).not.toContain(file)
  })

  it('makes the administrator with the password that it is given, and writes it nowhere', async () => {
    const running = start({ STRATA_ADMIN_PASSWORD: PASSWORD })
    expect((await signIn(await running.url(), PASSWORD)).status).toBe(201)
    expect(existsSync(join(data, 'initial-admin'))).toBe(false)
    expect(running.out + running.err).not.toContain(PASSWORD)
  })

  it('warns in one line of each variable that means nothing', async () => {
    const running = start({ STRATA_AMQP_URL: 'amqp://user:hush@host', STRATA_WORKERS: '2' })
    await running.url()
    const warnings = running.log().filter(({ level }) => level === 'warn')
    expect(warnings.map(({ msg }) => String(msg).split(' ')[0]).sort()).toEqual(['STRATA_AMQP_URL', 'STRATA_WORKERS'])
    expect(running.out).not.toContain('hush')
  })

  describe('that cannot start says why in one line', () => {
    const expectFailure = async (running: Process, { status, line }: { status: number; line: RegExp }) => {
      expect(await running.ended).toBe(status)
      expect(running.err).toMatch(/^[^\n]+\n$/)
      expect(running.err).toMatch(line)
    }

    it('when a variable is wrong, and with status 2', async () => {
      const line = /^Strata cannot start: STRATA_LOG_LEVEL is "loud"; it takes one of trace, .*\.\n$/
      await expectFailure(start({ STRATA_LOG_LEVEL: 'loud' }), { status: 2, line })
      expect(existsSync(data)).toBe(false)
    })

    it('when the port is taken, and gives the store back', async () => {
      const other = createServer()
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const { port } = other.address() as AddressInfo
      const line = new RegExp(`port ${port} of 127.0.0.1. .*STRATA_PORT`)
      await expectFailure(start({ STRATA_PORT: String(port) }), { status: 1, line })
      other.close()
      await (await openEmbeddedStore(data)).close()
    })

    it('when the host is not this machine', async () => {
      await expectFailure(start({ STRATA_HOST: '192.0.2.1' }), { status: 1, line: /192\.0\.2\.1 .*STRATA_HOST/ })
    })

    it('when another process has the data folder', async () => {
      const store = await openEmbeddedStore(data)
      await expectFailure(start(), { status: 1, line: /Another Strata works on the data folder .*STRATA_DATA_DIR/ })
      await store.close()
    })

    it('when the data folder cannot be used', async () => {
      await mkdir(data)
      await expectFailure(start({ STRATA_DATA_DIR: main }), { status: 1, line: /main\.js cannot be used/ })
    })

    it('when CouchDB is down or refuses the password, which it does not show', async () => {
      const server = await startCouchServer()
      const wrong = new URL(server.url)
      wrong.password = 'hush'
      const refused = start({ STRATA_COUCHDB_URL: wrong.href })
      await expectFailure(refused, { status: 1, line: /refuses the credentials .*STRATA_COUCHDB_URL/ })
      await server.stop()
      const down = start({ STRATA_COUCHDB_URL: wrong.href })
      await expectFailure(down, { status: 1, line: /cannot be reached \(ECONNREFUSED\)/ })
      expect(refused.err + refused.out + down.err + down.out).not.toContain('hush')
    })

    it('when an empty CouchDB needs a password for its administrator', async () => {
      const server = await startCouchServer()
      const line = /The CouchDB is empty.*STRATA_ADMIN_PASSWORD/
      await expectFailure(start({ STRATA_COUCHDB_URL: server.url }), { status: 2, line })
      await server.stop()
    })
  })

  it('makes one administrator when two start at once on an empty CouchDB', async () => {
    const server = await startCouchServer()
    const environment = { STRATA_COUCHDB_URL: server.url, STRATA_ADMIN_PASSWORD: PASSWORD }
    const both = [start(environment), start(environment)]
    for (const running of both) expect((await signIn(await running.url(), PASSWORD)).status).toBe(201)
    const store = createCouchDbStore(server.url)
    expect(await store.database('accounts').ids()).toHaveLength(1)
    expect(await Promise.all(both.map(stop))).toEqual([0, 0])
    await server.stop()
  })

  it('only reads a store that KAZOO made', async () => {
    const server = await startCouchServer()
    const store = createCouchDbStore(server.url)
    for (const name of ['system_config', 'accounts']) await store.create(name)
    const running = start({ STRATA_COUCHDB_URL: server.url })
    await running.url()
    expect(running.log().at(-1)).toMatchObject({ store: 'couchdb', origin: 'kazoo', read_only: true })
    expect(await stop(running)).toBe(0)
    expect((await store.databases()).filter((name) => !name.startsWith('_'))).toEqual([
      'accounts',
      'strata',
      'system_config',
    ])
    expect(await store.database('accounts').ids()).toEqual([])
    await server.stop()
  })

  it('stops on a CouchDB whose live feeds are open', async () => {
    const server = await startCouchServer()
    const running = start({ STRATA_COUCHDB_URL: server.url, STRATA_ADMIN_PASSWORD: PASSWORD })
    await running.url()
    await vi.waitFor(
      () => expect(server.requests).toContainEqual(expect.stringContaining('GET /accounts/_changes?feed=continuous')),
      10_000,
    )
    server.fail = (request) => (request.includes('feed=continuous') ? 'hang' : undefined)
    running.child.kill('SIGTERM')
    const first = await Promise.race([
      running.ended,
      // Well before the process is ended by force.
      new Promise<string>((resolve) => setTimeout(resolve, 6000, 'still running')),
    ])
    expect(first).toBe(0)
    await server.stop()
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`finishes a request in flight at ${signal}, takes no new one, and ends with 0`, async () => {
      const running = start({ STRATA_ADMIN_PASSWORD: PASSWORD })
      const url = await running.url()
      await fetch(`${url}/healthz`)
      const body = JSON.stringify({
        data: { credentials: credentialOf('admin', PASSWORD, 'md5').digest, account_name: 'master' },
      })
      const slow = request(`${url}/v2/user_auth`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
      })
      const answered = once(slow, 'response')
      slow.write(body.slice(0, 10))
      await new Promise((resolve) => setTimeout(resolve, 100))
      running.child.kill(signal)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await expect(fetch(`${url}/healthz`)).rejects.toThrow()
      expect(running.child.exitCode).toBeNull()
      slow.end(body.slice(10))
      const [response] = await answered
      response.resume()
      expect(response.statusCode).toBe(201)
      expect(await running.ended).toBe(0)
      await (await openEmbeddedStore(data)).close()
    })
  }

  it('waits for no client for ever: it ends with 0 within 10 seconds, whatever hangs on it', async () => {
    const running = start({ STRATA_ADMIN_PASSWORD: PASSWORD })
    const url = await running.url()
    const token = String(((await (await signIn(url, PASSWORD)).json()) as { auth_token: string }).auth_token)
    const [silent, halfHead, halfBody, dripping, upload, unwanted] = await Promise.all(
      Array.from({ length: 6 }, () => rawClient(url)),
    )
    const json = { 'x-auth-token': token, 'content-type': 'application/json' }
    halfHead?.send('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Half:')
    halfBody?.head('PUT', '/v2/user_auth', { 'content-length': 100 })
    halfBody?.send('{')
    dripping?.head('PUT', '/v2/system_configs/sysconf', { ...json, 'transfer-encoding': 'chunked' })
    const drip = setInterval(() => dripping?.send('1\r\nx\r\n'), 100)
    upload?.head('PUT', '/v2/system_configs/sysconf', { ...json, 'content-length': 7_900_000 })
    upload?.send(Buffer.alloc(7_000_000, ' '))
    unwanted?.head('PUT', '/v2/nowhere', { 'content-length': 7_900_000 })
    expect((await unwanted?.answer())?.status).toBe(404)
    const stopped = performance.now()
    expect(await stop(running)).toBe(0)
    expect(performance.now() - stopped).toBeLessThan(10_000)
    clearInterval(drip)
    for (const client of [silent, halfHead, halfBody, dripping, upload, unwanted]) await client?.ended
    await (await openEmbeddedStore(data)).close()
  })

  it('ends within 10 seconds under the largest storage documents, saved and drafted at once', async () => {
    const held = createServer(() => undefined)
    await new Promise<void>((resolve) => held.listen(0, '127.0.0.1', resolve))
    const { port } = held.address() as AddressInfo
    const running = start({ STRATA_ADMIN_PASSWORD: PASSWORD, STRATA_PROBE_ALLOW: '127.0.0.1' })
    const url = await running.url()
    const signedIn = (await (await signIn(url, PASSWORD)).json()) as {
      auth_token: string
      data: { account_id: string }
    }
    const send = (method: string, path: string, data: object) =>
      fetch(url + path, {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Auth-Token': signedIn.auth_token },
        body: JSON.stringify({ data }),
      })
    const document = largestDocument(port)
    const account = signedIn.data.account_id
    expect((await send('POST', `/console/accounts/${account}/storage/routes`, { draft: document })).status).toBe(200)
    const burst = Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0
        ? send('POST', `/console/accounts/${account}/storage/routes`, { draft: document })
        : send('PUT', `/v2/accounts/${account}/storage`, document),
    )
    const ends = Promise.allSettled(burst)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const stopped = performance.now()
    expect(await stop(running)).toBe(0)
    expect(performance.now() - stopped).toBeLessThan(10_000)
    await ends
    held.closeAllConnections()
    held.close()
  })

  it('shows the demo’s sign-ins, which work, says what has no effect on it, and leaves nothing behind', async () => {
    const running = start({ TMPDIR: folder, STRATA_READ_ONLY: 'true' }, ['--demo'])
    const url = await running.url()
    for (const name of ['STRATA_READ_ONLY', 'STRATA_DATA_DIR']) {
      expect(running.out).toContain(`${name} is set, but a demo has a store of its own`)
    }
    const [, password = ''] = /^ +master +admin +(\S+)$/m.exec(running.err) ?? []
    expect((await signIn(url, password)).status).toBe(201)
    expect(existsSync(data)).toBe(false)
    expect((await readdir(folder)).filter((name) => name.startsWith('strata-demo-'))).toHaveLength(1)
    expect(await stop(running)).toBe(0)
    expect((await readdir(folder)).filter((name) => name.startsWith('strata-demo-'))).toEqual([])
  })
})

/** A storage document with nearly as much in it as may be, whose back-ends are all at one port of this machine. */
function largestDocument(port: number): object {
  const many = (count: number, name: string, value: (index: number) => unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, value(index)]))
  const idOf = (index: number) => `b${index}`.padEnd(32, '0')
  const settings = { url: `http://127.0.0.1:${port}/`, ...many(25, 'some_setting_', String) }
  const rule = (index: number) => ({ attachments: { handler: idOf(index % 100), params: { folder_path: 'x' } } })
  return {
    attachments: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [idOf(index), { handler: 'http', settings }]),
    ),
    plan: { modb: { types: many(99, 'type', rule) }, account: { types: many(99, 'type', rule) } },
  }
}
