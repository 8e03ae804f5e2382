import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import type { FeedTimes } from '#bff/couch/couchdb/feeds.ts'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Database, Store } from '#bff/couch/store.ts'
import { startApp } from '../_app.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'
import { STORES, type TestStore } from '../_stores.ts'

const draft = (id: string, n: number) => ({ id, fields: { n }, private: {} })
const mirrorOf = (database: Database) => createMirror(database, ({ fields }) => Number(fields.n))
const isFeed = (request: string) => request.includes('feed=continuous')
const heard = (...databases: Database[]) =>
  vi.waitFor(() => {
    for (const database of databases) expect(database.mark()).toBeDefined()
  })

for (const { kind, start } of STORES) {
  describe(`a mirror of a database on ${kind}`, () => {
    let test: TestStore

    beforeAll(async () => {
      test = await start()
      await test.store.create('accounts')
    })
    afterAll(() => test.stop())

    it('gives every reader what was acknowledged before, whatever is written and read beside it', async () => {
      const accounts = test.store.database('accounts')
      const mirror = mirrorOf(accounts)
      await mirror.current()
      await heard(accounts)
      let made = 0
      /** Writes documents of its own, and after each sees it as it wrote it. */
      async function writer(steps: readonly ('put' | 'remove' | 'read beside')[]): Promise<void> {
        made += 1
        const id = `document-${made}`
        let revision: string | undefined
        const beside: Promise<unknown>[] = []
        for (const [n, step] of steps.entries()) {
          if (step === 'read beside') {
            beside.push(mirror.current())
            continue
          }
          if (step === 'put') {
            revision = await accounts.put({ ...draft(id, n), ...(revision === undefined ? {} : { revision }) })
          } else if (revision !== undefined) {
            await accounts.remove(id, revision)
            revision = undefined
          }
          expect((await mirror.current()).get(id)).toBe(revision === undefined ? undefined : n)
        }
        await Promise.all(beside)
      }
      const steps = fc.array(fc.constantFrom('put', 'remove', 'read beside'), { minLength: 1, maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 4 }), async (writers) => {
          await Promise.all(writers.map(writer))
        }),
        { numRuns: 15 },
      )
    })
  })
}

describe('the live feed of a CouchDB', () => {
  let server: CouchServer
  let other: Store
  let opened: Store[] = []
  let now = 0
  let refusals = 0

  const open = (feedTimes: Partial<FeedTimes> = {}) => {
    const onRefused = () => {
      refusals += 1
    }
    const store = createCouchDbStore(server.url, { now: () => now, onRefused, feedTimes })
    opened.push(store)
    return store
  }
  const feeds = () => server.requests.filter(isFeed)
  const asked = () => server.requests.filter((request) => request.startsWith('GET ') && !isFeed(request))
  /** Beats for ever and tells nothing. */
  const mute = (request: string) => (isFeed(request) ? ({ endless: '\n', beat: 20 } as const) : undefined)

  beforeEach(async () => {
    server = await startCouchServer()
    other = open()
    await other.create('accounts')
    await other.database('accounts').put(draft('a', 1))
    server.requests.length = 0
    refusals = 0
  })
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()))
    opened = []
    await server.stop()
  })

  it('makes reads of what does not change ask nothing', async () => {
    const accounts = open().database('accounts')
    const mirror = mirrorOf(accounts)
    await mirror.current()
    await heard(accounts)
    await mirror.current()
    server.requests.length = 0
    for (let read = 0; read < 100; read++) expect((await mirror.current()).get('a')).toBe(1)
    expect(server.requests).toEqual([])
  })

  it('is not opened for a database that nobody reads by a mirror', async () => {
    await open().database('accounts').get('a')
    expect(feeds()).toEqual([])
  })

  it('tells what another server writes', async () => {
    const accounts = open().database('accounts')
    const mirror = mirrorOf(accounts)
    await mirror.current()
    await heard(accounts)
    for (let n = 2; n < 10; n++) {
      await other.database('accounts').put(draft(`by another ${n}`, n))
      await vi.waitFor(async () => expect((await mirror.current()).get(`by another ${n}`)).toBe(n))
    }
    expect(feeds()).toHaveLength(1)
  })

  it('is asked once more a little later: in a cluster the node that is asked may lag behind', async () => {
    const accounts = open().database('accounts')
    const mirror = mirrorOf(accounts)
    await heard(accounts)
    await mirror.current()
    now += 2000
    server.requests.length = 0
    for (let read = 0; read < 5; read++) await mirror.current()
    expect(asked()).toHaveLength(2)
  })

  describe('that tells nothing', () => {
    let store: Store
    let accounts: Database

    beforeEach(async () => {
      server.fail = mute
      store = open()
      accounts = store.database('accounts')
      await heard(accounts)
    })

    const revisionOf = async (id: string) => (await accounts.get(id))?.revision ?? ''
    const writes: { note: string; write: () => Promise<unknown>; expected: Record<string, number> }[] = [
      { note: 'put', write: () => accounts.put(draft('b', 2)), expected: { a: 1, b: 2 } },
      { note: 'bulk', write: () => accounts.bulk([draft('b', 2)]), expected: { a: 1, b: 2 } },
      { note: 'remove', write: async () => accounts.remove('a', await revisionOf('a')), expected: {} },
      {
        note: 'settle',
        write: async () => accounts.settle({ ...draft('a', 2), revision: await revisionOf('a') }, []),
        expected: { a: 2 },
      },
      { note: 'fill', write: () => accounts.fill([{ ...draft('b', 2), attachments: [] }]), expected: { a: 1, b: 2 } },
      {
        note: 'writeTogether',
        write: () => store.writeTogether([{ database: 'accounts', draft: draft('b', 2) }]),
        expected: { a: 1, b: 2 },
      },
      { note: 'destroy', write: () => store.destroy('accounts'), expected: {} },
      {
        note: 'create',
        write: async () => {
          await other.destroy('accounts')
          await store.create('accounts')
        },
        expected: {},
      },
    ]
    for (const { note, write, expected } of writes) {
      it(`hides no write of this server: ${note}`, async () => {
        const mirror = mirrorOf(accounts)
        await mirror.current()
        await write()
        expect(Object.fromEntries(await mirror.current())).toEqual(expected)
      })
    }

    it('hides nothing from whoever met a conflict', async () => {
      const mirror = mirrorOf(accounts)
      await mirror.current()
      const revision = await revisionOf('a')
      await other.database('accounts').put({ ...draft('a', 2), revision })
      await expect(accounts.put({ ...draft('a', 3), revision })).rejects.toMatchObject({ kind: 'conflict' })
      expect((await mirror.current()).get('a')).toBe(2)
    })

    it('is believed for 30 seconds: a database that was made anew behind it is then found', async () => {
      const mirror = mirrorOf(accounts)
      await mirror.current()
      await other.destroy('accounts')
      await other.create('accounts')
      await other.database('accounts').put(draft('new', 9))
      now += 30_000
      expect(Object.fromEntries(await mirror.current())).toEqual({ new: 9 })
      server.requests.length = 0
      now += 29_000
      await mirror.current()
      expect(server.requests).toEqual([])
    })

    it('… and so is one that was taken back to an earlier state', async () => {
      const mirror = mirrorOf(accounts)
      await accounts.put(draft('b', 2))
      await mirror.current()
      const earlier = JSON.stringify({ db_name: 'accounts', update_seq: 1, instance_start_time: '1' })
      server.fail = (request) => (request === 'GET /accounts' ? { body: earlier } : mute(request))
      server.requests.length = 0
      now += 30_000
      await mirror.current()
      expect(asked()).toContainEqual(expect.stringContaining('since=0'))
    })
  })

  describe('that breaks is opened again as often as its pauses say, and every read asks meanwhile:', () => {
    const faults = [
      { note: 'no answer', fault: 'hang' },
      { note: 'no connection', fault: 'hang up' },
      { note: 'status 404', fault: 404 },
      { note: 'status 500', fault: 500 },
      { note: 'status 503', fault: 503 },
      { note: 'silence', fault: { endless: '\n' } },
      { note: 'an end', fault: { body: '\n' } },
      { note: 'a last line', fault: { body: '\n{"last_seq":"1-x","pending":0}\n' } },
      { note: 'a line that breaks off', fault: { cut: '\n{"seq":"2-x","id' } },
      { note: 'a web page', fault: { endless: '<html>\n<body>\n', beat: 10 } },
      { note: 'an error', fault: { endless: '\n{"error":"timeout","reason":"x"}\n', beat: 10 } },
      { note: 'all changes instead', fault: { body: '{"results":[\n\n],\n"last_seq":"1-x","pending":0}\n' } },
      { note: 'a line without end', fault: { endless: `\n{"seq":"${'x'.repeat(1_100_000)}` } },
    ] as const
    for (const { note, fault } of faults) {
      it(note, async () => {
        server.fail = (request) => (isFeed(request) ? fault : undefined)
        const accounts = open({ silence: 100, pauses: [1, 1, 3_600_000] }).database('accounts')
        const mirror = mirrorOf(accounts)
        expect(Object.fromEntries(await mirror.current())).toEqual({ a: 1 })
        await vi.waitFor(() => expect(feeds()).toHaveLength(3), 5000)
        for (let n = 2; n < 5; n++) {
          await other.database('accounts').put(draft(`n${n}`, n))
          await vi.waitFor(async () => expect((await mirror.current()).get(`n${n}`)).toBe(n), 5000)
        }
        await vi.waitFor(() => expect(accounts.mark()).toBeUndefined())
        server.requests.length = 0
        for (let read = 0; read < 3; read++) await mirror.current()
        expect(asked()).toHaveLength(6)
        expect(feeds()).toEqual([])
      })
    }

    it('CouchDB goes down, and comes back with other documents', async () => {
      const accounts = open({ pauses: [1] }).database('accounts')
      const mirror = mirrorOf(accounts)
      await mirror.current()
      await heard(accounts)
      await server.stop()
      await vi.waitFor(() => expect(accounts.mark()).toBeUndefined())
      await expect(mirror.current()).rejects.toMatchObject({ kind: 'unavailable' })
      await server.start()
      await other.database('accounts').put(draft('b', 2))
      await heard(accounts)
      expect((await mirror.current()).get('b')).toBe(2)
    })
  })

  describe('whose password is refused', () => {
    it('is not opened again before a request has found the password good', async () => {
      server.fail = () => 401
      const accounts = open({ pauses: [1] }).database('accounts')
      const mirror = mirrorOf(accounts)
      await expect(mirror.current()).rejects.toMatchObject({ kind: 'unavailable' })
      await vi.waitFor(() => expect(feeds()).toHaveLength(1))
      server.fail = undefined
      server.requests.length = 0
      for (let read = 0; read < 20; read++) {
        await expect(mirror.current()).rejects.toMatchObject({ kind: 'unavailable' })
      }
      expect(server.requests).toEqual([])
      now += 60_000
      expect((await mirror.current()).get('a')).toBe(1)
      await heard(accounts)
      expect(refusals).toBe(1)
    })

    it('adds less than what CouchDB locks a user out for, however many feeds and requests there are', async () => {
      server.fail = () => 401
      const store = open({ pauses: [1] })
      for (let n = 0; n < 10; n++) store.database(`database_${n}`).mark()
      await Promise.allSettled(Array.from({ length: 50 }, () => store.database('accounts').get('a')))
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(server.requests.length).toBeLessThan(5)
    })
  })

  it('takes no place of other requests, and ends with the store', async () => {
    const store = open({ pauses: [1] })
    const databases = Array.from({ length: 4 }, (_, n) => store.database(`database_${n}`))
    for (const { name } of databases) await other.create(name)
    await heard(...databases)
    expect((await store.database('accounts').get('a'))?.fields).toEqual({ n: 1 })
    server.requests.length = 0
    await store.close()
    await other.ping()
    expect(databases.map((database) => database.mark())).toEqual(databases.map(() => undefined))
    expect(feeds()).toEqual([])
  })

  it('spares a read of a category the 10 requests that find nothing new', async () => {
    server.fail = (request) => (isFeed(request) ? 404 : undefined)
    const store = open({ pauses: [20] })
    const app = await startApp({ start: async () => ({ store, stop: async () => undefined }) })
    const read = () => app.as('superduper').get('/v2/system_configs/ecallmgr?with_defaults=true')
    const requests = async () => {
      await read()
      server.requests.length = 0
      expect((await read()).status).toBe(200)
      return server.requests.filter((request) => !isFeed(request))
    }
    expect(await requests()).toHaveLength(10)
    server.fail = undefined
    await heard(...['accounts', 'system_config', 'system_schemas'].map((name) => store.database(name)))
    expect(await requests()).toEqual([])
    await app.stop()
  })
})
