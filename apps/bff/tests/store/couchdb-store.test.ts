import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { askCouchDb } from '../_ask-couchdb.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'

const draft = (id: string, fields = {}) => ({ id, fields, private: {} })

describe('the store on a CouchDB', () => {
  let server: CouchServer
  let store: Store

  beforeAll(async () => {
    server = await startCouchServer()
    store = createCouchDbStore(server.url)
    await store.create('accounts')
    await store.database('accounts').bulk([draft('a', { name: 'Äcme' }), draft('b', { name: 'Bolt' })])
  })
  afterAll(async () => {
    await store.close()
    await server.stop()
  })
  beforeEach(() => {
    server.requests.length = 0
  })
  afterEach(async () => {
    server.fail = undefined
    await server.start().catch(() => undefined)
  })

  it('creates nothing by looking', async () => {
    await store.database('never').get('x')
    await store.database('never').changes(undefined)
    await store.ping()
    expect(server.requests.filter((request) => request.startsWith('PUT'))).toEqual([])
  })

  it('reads many documents in one request', async () => {
    await store.database('accounts').getMany(['a', 'b', 'c'])
    expect(server.requests).toEqual(['POST /accounts/_all_docs?include_docs=true&conflicts=true'])
  })

  it('asks for an account’s database by its encoded name', async () => {
    await store.database('account/ab/cd/ef').get('x y')
    expect(server.requests).toEqual(['GET /account%2Fab%2Fcd%2Fef/x%20y?conflicts=true'])
  })

  it('never lets an id lead out of its database', async () => {
    const database = store.database('accounts')
    expect(await database.get('..')).toBeUndefined()
    expect(await database.get('../_all_dbs')).toBeUndefined()
    expect(await database.attachment('..', 'a')).toBeUndefined()
    expect(server.requests.filter((request) => !request.split(' ')[1]?.startsWith('/accounts/'))).toEqual([])
  })

  describe('views that KAZOO made', () => {
    beforeAll(() =>
      askCouchDb(server.url, 'PUT', 'accounts/_design/accounts', {
        views: {
          listing_by_name: { map: 'function(doc) { emit(doc.name.toLowerCase(), {account_id: doc._id}) }' },
          by_pair: { map: 'function(doc) { emit([doc._id, 1], null); emit([doc._id, 2], null) }' },
        },
      }),
    )

    for (const { note, view, query, expected } of [
      { note: 'by a key', view: 'listing_by_name', query: { key: 'äcme' }, expected: ['a'] },
      { note: 'by a key that nothing has', view: 'listing_by_name', query: { key: 'none' }, expected: [] },
      { note: 'whole', view: 'listing_by_name', query: {}, expected: ['b', 'a'] },
      { note: 'in the other direction', view: 'listing_by_name', query: { descending: true }, expected: ['a', 'b'] },
      { note: 'limited', view: 'listing_by_name', query: { limit: 1 }, expected: ['b'] },
      { note: 'between lists', view: 'by_pair', query: { start: ['a', 2], end: ['b', 1] }, expected: ['a', 'b'] },
      { note: 'up to an object', view: 'by_pair', query: { start: ['b'], end: ['b', {}] }, expected: ['b', 'b'] },
    ]) {
      it(`are queried ${note}`, async () => {
        const rows = await store.database('accounts').view('accounts', view, query)
        expect(rows?.map(({ id }) => id)).toEqual(expected)
      })
    }

    it('give their values', async () => {
      expect(await store.database('accounts').view('accounts', 'listing_by_name', { key: 'bolt' })).toEqual([
        { id: 'b', key: 'bolt', value: { account_id: 'b' } },
      ])
    })

    it('are undefined where there is none', async () => {
      expect(await store.database('accounts').view('accounts', 'other')).toBeUndefined()
      expect(await store.database('accounts').view('other', 'other')).toBeUndefined()
      expect(await store.database('never').view('accounts', 'listing_by_name')).toBeUndefined()
    })

    it('are no documents to those who list', async () => {
      const database = store.database('accounts')
      expect(await database.ids()).toEqual(['a', 'b'])
      expect((await database.range({ limit: 1, descending: true })).map(({ id }) => id)).toEqual(['b'])
      expect((await database.changes(undefined)).changes.map(({ id }) => id).sort()).toEqual(['a', 'b'])
    })

    it('lie in the way of a limited list without shortening it', async () => {
      await store.create('mixed')
      await askCouchDb(server.url, 'PUT', 'mixed/_design/x', { views: {} })
      await askCouchDb(server.url, 'PUT', 'mixed/_design/y', { views: {} })
      await store.database('mixed').bulk(['A', 'B', 'a', 'b'].map((id) => draft(id)))
      for (const limit of [1, 2, 3, 4, 5]) {
        expect(await store.database('mixed').ids({ limit })).toEqual(['A', 'B', 'a', 'b'].slice(0, limit))
        expect(await store.database('mixed').ids({ limit, descending: true })).toEqual(
          ['b', 'a', 'B', 'A'].slice(0, limit),
        )
      }
    })
  })

  it('reads attachments, and keeps them when their document is replaced', async () => {
    await askCouchDb(server.url, 'PUT', 'accounts/with-file', {
      _attachments: { 'private_key.pem': { content_type: 'application/x-pem-file', data: 'aGVsbG8=' } },
    })
    const database = store.database('accounts')
    const before = await database.get('with-file')
    expect(before?.fields).toEqual({})
    const revision = await database.put({ ...draft('with-file', { a: 1 }), revision: before?.revision ?? '' })
    await database.bulk([{ ...draft('with-file', { a: 2 }), revision }])
    expect(new TextDecoder().decode(await database.attachment('with-file', 'private_key.pem'))).toBe('hello')
    expect(await database.attachment('with-file', 'other')).toBeUndefined()
    const current = await database.get('with-file')
    expect(current?.fields).toEqual({ a: 2 })
    await database.remove('with-file', current?.revision ?? '')
    expect(await database.attachment('with-file', 'private_key.pem')).toBeUndefined()
  })

  describe('a server that is down', () => {
    const attempts: { note: string; attempt: () => Promise<unknown> }[] = [
      { note: 'get', attempt: () => store.database('accounts').get('a') },
      { note: 'getMany', attempt: () => store.database('accounts').getMany(['a']) },
      { note: 'put', attempt: () => store.database('accounts').put(draft('new')) },
      { note: 'remove', attempt: () => store.database('accounts').remove('a', '1-a') },
      { note: 'bulk', attempt: () => store.database('accounts').bulk([draft('new')]) },
      { note: 'range', attempt: () => store.database('accounts').range() },
      { note: 'ids', attempt: () => store.database('accounts').ids() },
      { note: 'changes', attempt: () => store.database('accounts').changes(undefined) },
      { note: 'view', attempt: () => store.database('accounts').view('accounts', 'listing_by_name') },
      { note: 'attachment', attempt: () => store.database('accounts').attachment('a', 'b') },
      { note: 'databases', attempt: () => store.databases() },
      { note: 'create', attempt: () => store.create('other') },
      { note: 'destroy', attempt: () => store.destroy('other') },
      { note: 'ping', attempt: () => store.ping() },
    ]
    for (const { note, attempt } of attempts) {
      it(`makes ${note} unavailable, and nothing else`, async () => {
        await server.stop()
        await expect(attempt()).rejects.toMatchObject({
          kind: 'unavailable',
          message: expect.stringMatching(/^CouchDB at 127\.0\.0\.1:\d+ cannot be reached \(.+\)\.$/),
        })
      })

      for (const status of [502, 503, 504]) {
        it(`makes ${note} unavailable behind a gateway that answers ${status}`, async () => {
          server.fail = () => status
          await expect(attempt()).rejects.toMatchObject({ kind: 'unavailable' })
        })
      }

      it(`makes ${note} a fault when it answers one`, async () => {
        server.fail = () => 500
        await expect(attempt()).rejects.toMatchObject({ kind: 'upstream' })
      })
    }

    it('is used again by itself once it is back', async () => {
      for (let round = 0; round < 3; round++) {
        await store.database('accounts').get('a')
        await server.stop()
        await expect(store.database('accounts').get('a')).rejects.toMatchObject({ kind: 'unavailable' })
        await server.start()
        expect((await store.database('accounts').get('a'))?.fields).toEqual({ name: 'Äcme' })
        await store.database('accounts').put(draft(`after-${round}`))
      }
    })
  })

  describe('credentials that CouchDB refuses', () => {
    let now = 0
    let refusals: string[] = []
    let careful: Store

    beforeEach(() => {
      refusals = []
      careful = createCouchDbStore(server.url, { now: () => now, onRefused: ({ message }) => refusals.push(message) })
    })
    afterEach(() => careful.close())

    for (const status of [401, 403]) {
      it(`are sent once a minute and no more, told once, and work again when they are put right (${status})`, async () => {
        server.fail = () => status
        const refusal = { kind: 'unavailable', message: expect.stringContaining('refuses the credentials') }
        for (let look = 0; look < 20; look++) await expect(careful.ping()).rejects.toMatchObject(refusal)
        expect(server.requests).toHaveLength(1)
        now += 60_000
        await Promise.all(Array.from({ length: 20 }, () => expect(careful.ping()).rejects.toMatchObject(refusal)))
        expect(server.requests).toHaveLength(2)
        server.fail = undefined
        await expect(careful.ping()).rejects.toMatchObject(refusal)
        now += 60_000
        await careful.ping()
        await careful.database('accounts').get('a')
        expect(refusals).toEqual([expect.stringContaining('STRATA_COUCHDB_URL')])
      })
    }

    it('meet fewer requests than CouchDB locks a user out for, however many are on their way', async () => {
      server.fail = () => 401
      await Promise.allSettled(Array.from({ length: 50 }, () => careful.database('accounts').get('a')))
      expect(server.requests.length).toBeLessThan(5)
    })

    it('are never refused five times in the five minutes that CouchDB counts, and are tried in between', async () => {
      server.fail = () => 401
      const refused: number[] = []
      const start = now
      for (; now < start + 3_600_000; now += 1000) {
        const before = server.requests.length
        await Promise.allSettled(Array.from({ length: 6 }, () => careful.ping()))
        for (let sent = before; sent < server.requests.length; sent++) refused.push(now)
      }
      const inFive = refused.map((at) => refused.filter((other) => other >= at && other < at + 300_000).length)
      expect(Math.max(...inFive)).toBeLessThan(5)
      expect(refused.filter((at) => at === start + 60_000)).toHaveLength(1)
      expect(refused.length).toBeGreaterThan(40)
    })

    it('stay refused while a gateway answers for CouchDB: that says nothing about them', async () => {
      server.fail = () => 401
      await careful.ping().catch(() => undefined)
      now += 60_000
      server.fail = () => 502
      await careful.ping().catch(() => undefined)
      const before = server.requests.length
      await Promise.allSettled(Array.from({ length: 20 }, () => careful.ping()))
      expect(server.requests.length).toBe(before)
    })

    it('say what CouchDB says', async () => {
      server.fail = () => 403
      await expect(careful.ping()).rejects.toMatchObject({ message: expect.stringContaining('as the test asks') })
    })
  })

  it('shows the password in no error', async () => {
    const secret = 'hush-hush/@:%'
    const url = new URL(server.url)
    url.password = encodeURIComponent(secret)
    const shown: string[] = []
    const note = (error: unknown) => shown.push(inspect(error, { depth: 10 }), String(error))
    const stranger = createCouchDbStore(url.href)
    await stranger.database('accounts').get('a').catch(note)
    await stranger.databases().catch(note)
    const other = createCouchDbStore(url.href)
    await server.stop()
    await other.database('accounts').put(draft('x')).catch(note)
    await other.ping().catch(note)
    expect(shown).toHaveLength(8)
    for (const form of [secret, encodeURIComponent(secret), url.password, Buffer.from(secret).toString('base64')]) {
      expect(shown.join('\n')).not.toContain(form)
    }
  })
})

describe('an answer that breaks off', () => {
  it('is a server that cannot be reached', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write('{"rows":[')
      setTimeout(() => response.destroy(), 20)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const store = createCouchDbStore(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await expect(store.databases()).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(store.database('accounts').ids()).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(store.database('accounts').put(draft('x'))).rejects.toMatchObject({ kind: 'unavailable' })
    server.close()
    server.closeAllConnections()
  })
})

describe('an address where no CouchDB is', () => {
  let server: Server
  let answer = ''
  let store: Store

  beforeAll(async () => {
    server = createServer((_request, response) => response.end(answer))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    store = createCouchDbStore(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })

  for (const [note, text] of [
    ['a web page', '<html>Welcome</html>'],
    ['nothing', ''],
    ['other JSON', '{"hello":"world"}'],
  ] as const) {
    it(`is a fault when it answers ${note}`, async () => {
      answer = text
      await expect(store.databases()).rejects.toMatchObject({ kind: 'upstream' })
      await expect(store.ping()).rejects.toMatchObject({ kind: 'upstream' })
      await expect(store.database('accounts').ids()).rejects.toMatchObject({ kind: 'upstream' })
      await expect(store.database('accounts').get('a')).rejects.toMatchObject({ kind: 'upstream' })
      await expect(store.database('accounts').changes(undefined)).rejects.toMatchObject({ kind: 'upstream' })
      await expect(store.database('accounts').put(draft('x'))).rejects.toMatchObject({ kind: 'upstream' })
    })
  }
})
