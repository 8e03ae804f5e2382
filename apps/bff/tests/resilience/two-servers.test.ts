import { createHash } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Config } from '#bff/config/config.ts'
import { createLogger } from '#bff/logging/logger.ts'
import { type RunningServer, startServer } from '#bff/start/start-server.ts'
import { type Client, createClient, type Reply } from '../_client.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'
import { s3Document } from '../storage/_documents.ts'

const password = 'an invented password'

function start(couchdbUrl: string): Promise<RunningServer> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    couchdbUrl,
    dataDir: '',
    admin: { username: 'admin', password, account: 'master' },
    readOnly: undefined,
    trustedProxies: [],
    publicUrl: undefined,
    corsOrigins: '*',
    probeAllow: [],
    kazooVersion: '4.3',
    metricsToken: undefined,
    logLevel: 'silent',
    redactSecrets: 'browser',
  }
  return startServer({
    config,
    logger: createLogger({ level: 'silent', readable: false, destination: { write: () => undefined } }),
    hasTerminal: false,
    version: '0.0.0-test',
    webRoot: undefined,
    beforeListening: async () => undefined,
  })
}

async function tokenFrom(client: Client): Promise<{ token: string; accountId: string }> {
  const credentials = createHash('md5').update(`admin:${password}`).digest('hex')
  const { body } = await client.put('/v2/user_auth', { credentials, account_name: 'master' })
  const { account_id: accountId } = body.data as { account_id: string }
  return { token: String(body.auth_token), accountId }
}

async function cookieFrom(client: Client): Promise<{ cookie: string; 'x-csrf-token': string }> {
  const reply = await client.post('/console/session', { username: 'admin', password, account_name: 'master' })
  const { csrf_token: csrf } = reply.body.data as { csrf_token: string }
  return { cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'x-csrf-token': csrf }
}

describe('two servers that start at once on one CouchDB', () => {
  let couch: CouchServer
  let servers: readonly [RunningServer, RunningServer]
  let urls: readonly [string, string]
  let storage: string
  let first: Client
  let second: Client

  beforeAll(async () => {
    couch = await startCouchServer()
    servers = await Promise.all([start(couch.url), start(couch.url)])
    urls = [servers[0].url, servers[1].url]
    const { token, accountId } = await tokenFrom(createClient(urls[0], {}))
    storage = `/v2/accounts/${accountId}/storage`
    first = createClient(urls[0], { 'x-auth-token': token }, { savesUntested: true })
    second = createClient(urls[1], { 'x-auth-token': token }, { savesUntested: true })
    await first.patch('/v2/system_configs/system_data', { default: { allow_validation_overrides: true } })
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await couch.stop()
  })

  it('there is one administrator, and a token of one server is good on the other', async () => {
    expect((await second.get('/v2/about')).status).toBe(200)
    const users = await second.get(`${storage.replace('/storage', '')}/users`)
    expect(users.body.data).toHaveLength(1)
  })

  it('what one wrote the other reads as soon as CouchDB told it', async () => {
    const created = await first.put(storage, s3Document)
    expect(created.status).toBe(201)
    const soon = (path: string, expected: unknown) =>
      vi.waitFor(async () => expect((await second.get(path)).body.data).toEqual(expected), { timeout: 10_000 })
    await soon(storage, expect.objectContaining(s3Document))
    expect((await second.get(storage)).body.revision).toBe(created.body.revision)
    await soon('/console/storage', [expect.anything()])
    await first.put('/v2/storage/plans', { name: 'Shared' })
    await soon('/v2/storage/plans', [expect.anything()])
    await first.patch('/v2/system_configs/alerts', { default: { invented: 1 } })
    await soon('/v2/system_configs', ['system_data', 'alerts'])
    await soon('/v2/system_configs/alerts/default', expect.objectContaining({ invented: 1 }))
  })

  it('what one wrote it reads itself at once, however often the two take turns', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const [writer, other] = turn % 2 === 0 ? [first, second] : [second, first]
      await Promise.all([
        writer.patch('/v2/system_configs/turns', { default: { [`own_${turn}`]: turn } }),
        other.patch('/v2/system_configs/turns', { default: { [`other_${turn}`]: turn } }),
      ])
      const { body } = await writer.get('/v2/system_configs/turns/default')
      expect(body.data).toMatchObject({ [`own_${turn}`]: turn })
    }
    expect((await first.get('/v2/system_configs/turns/default')).body.data).toMatchObject({ own_0: 0, other_1: 1 })
  })

  it('patches through both all count', async () => {
    const patches = [first, second, first, second].map((client, n) =>
      client.patch(storage, { notes: { [`n${n}`]: n } }),
    )
    expect((await Promise.all(patches)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const all = { notes: { n0: 0, n1: 1, n2: 2, n3: 3 } }
    await vi.waitFor(async () => expect((await first.get(storage)).body.data).toMatchObject(all), { timeout: 10_000 })
  })

  it('of two that create the same document one does, and the other is told', async () => {
    const replies = await Promise.all([first, second].map((client) => client.put('/v2/storage', {})))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('a write on a revision that the other server replaced is refused', async () => {
    const { body } = await first.get(storage)
    await second.patch(storage, { note: 'newer' })
    const stale = { headers: { 'if-match': `"${body.revision}"` } }
    expect((await first.patch(storage, { note: 'older' }, stale)).status).toBe(412)
  })

  it('a secret read through one is kept when it is written back through the other', async () => {
    const headers = await cookieFrom(createClient(urls[0], {}))
    const read: Reply = await createClient(urls[0], headers).get(storage)
    const written = await createClient(urls[1], headers).post(storage, read.body.data as JsonObject)
    expect(written.status).toBe(200)
    expect((await first.get(storage)).body.data).toMatchObject(s3Document)
  })

  it('signing out of one signs out of the other', async () => {
    const headers = await cookieFrom(createClient(urls[0], {}))
    expect((await createClient(urls[1], headers).get('/console/session')).status).toBe(200)
    await createClient(urls[0], headers).delete('/console/session')
    expect((await createClient(urls[1], headers).get('/console/session')).status).toBe(401)
  })

  it('one that stops leaves the other serving', async () => {
    await servers[0].stop()
    expect((await second.get(storage)).status).toBe(200)
  })
})
