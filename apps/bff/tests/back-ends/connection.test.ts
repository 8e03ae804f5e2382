import type { StorageTestEnded, StorageTestLine } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testConnection } from '#bff/back-ends/test-connection.ts'
import { startApp } from '../_app.ts'
import { startCouchServer } from '../_couch-server.ts'
import { testDraft } from './_drafts.ts'
import { createReceiver, type Receiver } from './_receiver.ts'
import { serve, type TestServer } from './_servers.ts'
import { type RunOptions, toolsOf } from './_test-runs.ts'

async function runTest(settings: JsonObject, allow = ['127.0.0.1'], options: RunOptions = {}) {
  const lines: StorageTestLine[] = []
  const listener = {
    tell: (line: StorageTestLine) => void lines.push(line),
    signal: options.signal ?? new AbortController().signal,
  }
  const error = await testConnection({ driver: 'kazoo_couch', settings }, toolsOf({ allow, ...options }), listener)
  const ended = lines.filter((line): line is StorageTestEnded => 'ms' in line)
  return {
    error,
    ended,
    ladder: ended.map(({ step, state }) => `${step} ${state}`),
    text: JSON.stringify({ lines, error }),
  }
}

const reached = ['resolve passed', 'connect passed', 'tls skipped']

describe('a connection to a CouchDB-compatible server', () => {
  let couch: Awaited<ReturnType<typeof startCouchServer>>
  beforeAll(async () => {
    couch = await startCouchServer()
  })
  afterAll(() => couch.stop())

  const settings = (changes: JsonObject = {}): JsonObject => {
    const { hostname, port, username, password } = new URL(couch.url)
    const credentials = { username, password: decodeURIComponent(password) }
    return { ip: hostname, port: Number(port), credentials, ...changes }
  }

  it('that works passes every step, and leaves no database behind', async () => {
    const { error, ladder, text } = await runTest(settings())
    expect(error).toBeUndefined()
    expect(ladder).toEqual([...reached, 'version passed', 'authenticate passed', 'create_database passed'])
    const made = couch.requests.find((line) => line.startsWith('PUT /strata-test-'))
    expect(made).toBeDefined()
    expect(couch.requests).toContain(made?.replace('PUT', 'DELETE'))
    expect(text).not.toContain(decodeURIComponent(new URL(couch.url).password))
  })

  it('with a wrong password fails at the credentials', async () => {
    const { error, ladder, text } = await runTest(
      settings({ credentials: { username: 'strata-test', password: 'wrong-invented' } }),
    )
    expect(ladder.at(-1)).toBe('authenticate failed')
    expect(error).toMatchObject({ error_code: 401, message: 'You are not authorized.' })
    expect(text).not.toContain('wrong-invented')
  })

  it('in the console is tested with the stored password', async () => {
    const app = await startApp({ config: { probeAllow: ['127.0.0.1'] } })
    const id = 'c0'.repeat(16)
    const entry = { driver: 'kazoo_couch', settings: settings() }
    const draft = { connections: { [id]: entry } }
    const { lines } = await testDraft(app.as('superduper'), '/console/storage/test', { draft, connection: id })
    await app.stop()
    expect(lines.at(-1)).toEqual({ result: 'passed' })
  })

  it('that is down says so', async () => {
    await couch.stop()
    const { error, ladder } = await runTest(settings())
    await couch.start()
    expect(ladder.at(-1)).toBe('connect failed')
    expect(error?.message).toMatch(/^ECONNREFUSED/)
  })

  it('at a private address is refused, and it is said which variable would allow it', async () => {
    const { error, ladder } = await runTest(settings(), [])
    expect(ladder).toEqual(['resolve failed'])
    expect(error?.message).toMatch(/127\.0\.0\.1.*STRATA_PROBE_ALLOW/)
  })
})

describe('a connection to a server that tells its session', () => {
  let receiver: Receiver
  let server: TestServer
  let roles: string[] = []
  const json = (status: number, body: JsonObject) => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  beforeEach(async () => {
    receiver = createReceiver()
    receiver.answer = ({ target, headers }) => {
      if (target === '/') return json(200, { couchdb: 'Welcome', version: '3.5.0' })
      if (headers.authorization !== `Basic ${Buffer.from('kazoo:12345').toString('base64')}`) {
        return json(401, { error: 'unauthorized', reason: 'Name or password is incorrect.' })
      }
      return target === '/_session' ? json(200, { ok: true, userCtx: { name: 'kazoo', roles } }) : json(500, {})
    }
    server = await serve(receiver.listener)
  })
  afterEach(() => server.stop())
  const run = () => runTest({ ip: '127.0.0.1', port: server.port, credentials: { username: 'kazoo', password: 12345 } })

  it('as an administrator works without a database being made, and with a password that is a number', async () => {
    roles = ['_admin']
    const { error, ladder, ended } = await run()
    expect(error).toBeUndefined()
    expect(ladder.at(-1)).toBe('create_database passed')
    expect(ended.find(({ step }) => step === 'version')?.message).toBe('CouchDB 3.5.0.')
    expect(receiver.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['GET /', 'GET /_session'])
  })

  it('as anybody else fails, as databases could not be made', async () => {
    roles = ['some-role']
    const { error, ladder } = await run()
    expect(ladder.at(-1)).toBe('create_database failed')
    expect(error).toMatchObject({ error_code: 403, message: 'forbidden' })
  })

  it.each([
    { note: 'nobody wants the test any more', abort: true, ladder: 'create_database passed' },
    { note: 'the server never says that it was made', abort: false, ladder: 'create_database failed' },
  ])('has the database of the test removed where $note', async ({ abort, ladder }) => {
    const gone = new AbortController()
    receiver.answer = ({ method, target }) => {
      if (target === '/') return json(200, { couchdb: 'Welcome', version: '3.5.0' })
      if (target === '/_session') return json(404, {})
      if (method === 'PUT') {
        if (abort) gone.abort()
        return abort ? json(201, { ok: true }) : { status: 201, headers: { 'content-length': '9' }, body: 'x' }
      }
      return json(200, { ok: true })
    }
    const settings = { ip: '127.0.0.1', port: server.port, credentials: { username: 'kazoo', password: 'x' } }
    const run = await runTest(settings, ['127.0.0.1'], { signal: gone.signal, outside: { stepMs: 500 } })
    expect(run.ladder.at(-1)).toBe(ladder)
    const made = receiver.requests.find(({ method }) => method === 'PUT')?.target
    expect(receiver.requests.at(-1)).toMatchObject({ method: 'DELETE', target: made })
  })

  it('with wrong credentials fails in the words of the server', async () => {
    const { error } = await runTest({
      ip: '127.0.0.1',
      port: server.port,
      credentials: { username: 'kazoo', password: 1 },
    })
    expect(error).toMatchObject({ error_code: 401, message: 'Name or password is incorrect.' })
  })

  it.each([
    { note: 'that speaks HTML', body: '<html></html>', type: 'text/html' },
    { note: 'that speaks other JSON', body: '{"name":"node","version":{"number":"8"}}', type: 'application/json' },
  ])('$note is no CouchDB', async ({ body, type }) => {
    receiver.answer = () => ({ status: 200, headers: { 'content-type': type }, body })
    const { error, ladder } = await run()
    expect(ladder.at(-1)).toBe('version failed')
    expect(error?.message).toBe('This is no CouchDB.')
  })
})
