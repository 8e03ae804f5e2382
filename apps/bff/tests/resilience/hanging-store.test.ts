import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { ACCOUNTS, type Client, startApp, type TestApp } from '../_app.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'
import { untilUnheard } from '../_stores.ts'
import { acmeStorage, browserOf, s3Document } from '../storage/_documents.ts'

/** Twice what a request waits for the store, so that a busy machine keeps to it. */
const soon = 20_000

describe('while CouchDB takes requests and never answers', () => {
  let couch: CouchServer
  let app: TestApp
  let client: Client
  let browser: Client

  beforeAll(async () => {
    couch = await startCouchServer()
    const store = createCouchDbStore(couch.url, { feedTimes: { pauses: [3_600_000] } })
    app = await startApp({ start: async () => ({ store, stop: () => store.close() }), savesUntested: true })
    client = app.as('superduper')
    browser = await browserOf(app, 'account-admin')
    await client.put(acmeStorage, s3Document)
    await client.get('/console/storage')
    couch.fail = () => 'hang'
    // The feeds break off and open no more: one that goes on beating would say that what is in memory still holds.
    await couch.stop()
    await couch.start()
    await untilUnheard(store)
  })
  afterAll(async () => {
    await app.stop()
    await couch.stop()
  })

  it('every request is answered 503 in words, however many come at once', { timeout: soon }, async () => {
    const replies = await Promise.all([
      client.get(acmeStorage),
      client.get('/console/storage'),
      client.put('/v2/storage', s3Document),
      client.delete(acmeStorage),
      client.get('/v2/system_configs/alerts'),
      client.get(`/v2/accounts/${ACCOUNTS.master.id}/descendants`),
      browser.get(acmeStorage),
      // Those take turns.
      ...Array.from({ length: 20 }, (_, n) => client.patch(acmeStorage, { note: n })),
    ])
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 503))
    for (const { body } of replies) {
      expect(body.data).toEqual({ message: 'datastore timeout', cause: expect.stringContaining('Try again') })
    }
  })

  it('the process says that it is up, and soon that it cannot serve', { timeout: soon / 4 }, async () => {
    expect((await app.anyone.get('/healthz')).status).toBe(200)
    const ready = await app.anyone.get('/readyz')
    expect(ready.status).toBe(503)
    expect(ready.body.data).toEqual({ store: 'not ready', accounts: 'not ready', schemas: 'not ready' })
  })

  it('everything is served again once it answers', async () => {
    couch.fail = undefined
    expect((await client.get(acmeStorage)).body.data).toMatchObject(s3Document)
    expect((await client.patch(acmeStorage, { note: 1 })).status).toBe(200)
    expect((await app.anyone.get('/readyz')).status).toBe(200)
  })

  it('one answer that is nonsense is a fault, and the next request is served', async () => {
    for (const body of ['null', '<html></html>', '{}']) {
      couch.fail = () => ({ body })
      expect((await client.get(acmeStorage)).status).toBe(500)
      expect((await app.anyone.get('/readyz')).status).toBe(503)
      couch.fail = undefined
      expect((await client.get(acmeStorage)).status).toBe(200)
    }
  })
})
