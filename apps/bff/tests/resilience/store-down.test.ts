import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { ACCOUNTS, type Client, passwordOf, startApp, type TestApp } from '../_app.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'
import { untilUnheard } from '../_stores.ts'
import { acmeStorage, browserOf, s3Document } from '../storage/_documents.ts'

describe('while CouchDB is down', () => {
  let couch: CouchServer
  let app: TestApp
  let client: Client
  let browser: Client

  beforeAll(async () => {
    couch = await startCouchServer()
    const store = createCouchDbStore(couch.url)
    app = await startApp({ start: async () => ({ store, stop: () => store.close() }), savesUntested: true })
    client = app.as('superduper')
    browser = await browserOf(app, 'account-admin')
    await client.put(acmeStorage, s3Document)
    await client.get('/console/storage')
    await couch.stop()
    await untilUnheard(store)
  })
  afterAll(async () => {
    await app.stop()
    await couch.stop()
  })

  const requests: { note: string; send: () => Promise<{ status: number; body: object }> }[] = [
    { note: 'a read', send: () => client.get(acmeStorage) },
    { note: 'a list from a mirror', send: () => client.get('/console/storage') },
    { note: 'a create', send: () => client.put('/v2/storage', s3Document) },
    { note: 'a change', send: () => client.patch(acmeStorage, { note: 1 }) },
    { note: 'a removal', send: () => client.delete(acmeStorage) },
    { note: 'a system config', send: () => client.get('/v2/system_configs/alerts') },
    { note: 'a list of accounts', send: () => client.get(`/v2/accounts/${ACCOUNTS.master.id}/descendants`) },
    { note: 'a read by a browser', send: () => browser.get(acmeStorage) },
    {
      note: 'a sign-in',
      send: () =>
        app.anyone.post('/console/session', {
          username: 'superduper',
          password: passwordOf('superduper'),
          account_name: 'Master',
        }),
    },
  ]

  for (const { note, send } of requests) {
    it(`${note} answers 503 in the envelope`, async () => {
      const { status, body } = await send()
      expect(status).toBe(503)
      expect(body).toMatchObject({
        status: 'error',
        error: '503',
        message: 'datastore_unreachable',
        data: { message: 'datastore timeout' },
        request_id: expect.any(String),
      })
    })
  }

  it('the process says that it is up, and that it cannot serve', async () => {
    expect((await app.anyone.get('/healthz')).status).toBe(200)
    const ready = await app.anyone.get('/readyz')
    expect(ready.status).toBe(503)
    expect(ready.body.data).toEqual({ store: 'not ready', accounts: 'not ready', schemas: 'not ready' })
  })

  it('the outage is logged as something that mends itself, without the address’s password', () => {
    const levels = app.log.map((line) => JSON.parse(line)).filter(({ err }) => err !== undefined)
    expect(levels.length).toBeGreaterThan(0)
    expect(new Set(levels.map(({ level }) => level))).toEqual(new Set(['warn']))
    const { password } = new URL(couch.url)
    expect(app.log.filter((line) => line.includes(password) || line.includes(decodeURIComponent(password)))).toEqual([])
  })

  it('everything is served again once it is back, by itself and with nothing lost', async () => {
    await couch.start()
    const read = await client.get(acmeStorage)
    expect(read.status).toBe(200)
    expect(read.body.data).toMatchObject(s3Document)
    expect((await client.patch(acmeStorage, { note: 1 })).status).toBe(200)
    expect((await client.get('/console/storage')).body.data).toHaveLength(1)
    expect((await browser.get(acmeStorage)).body.data).toMatchObject({ note: 1 })
    expect((await app.anyone.get('/readyz')).status).toBe(200)
  })

  it('a write is not half done: after an outage in the middle of many, each is there or was refused', async () => {
    const writes = Array.from({ length: 20 }, (_, n) => client.put('/v2/storage/plans', { name: `Plan ${n}` }))
    await Promise.race(writes)
    await couch.stop()
    const statuses = (await Promise.all(writes)).map(({ status }) => status)
    expect(new Set([...statuses, 201, 503])).toEqual(new Set([201, 503]))
    await couch.start()
    const listed = await client.get('/v2/storage/plans?paginate=false')
    const plans = listed.body.data as unknown[]
    expect(plans.length).toBeGreaterThanOrEqual(statuses.filter((status) => status === 201).length)
  })
})
