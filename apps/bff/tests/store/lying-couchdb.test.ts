import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { withPatience } from '#bff/couch/deadline.ts'
import type { Store } from '#bff/couch/store.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'

const draft = (id: string) => ({ id, fields: {}, private: {} })
const notMissing = JSON.stringify({ message: 'no route matched' })

describe('a CouchDB whose answers are not to be believed', () => {
  let server: CouchServer
  let store: Store

  beforeAll(async () => {
    server = await startCouchServer()
    store = createCouchDbStore(server.url)
    await store.create('accounts')
    await store.database('accounts').put(draft('a'))
  })
  afterAll(async () => {
    await store.close()
    await server.stop()
  })
  beforeEach(() => {
    server.requests.length = 0
  })
  afterEach(() => {
    server.fail = undefined
  })

  const looks: { note: string; look: () => Promise<unknown> }[] = [
    { note: 'get', look: () => store.database('accounts').get('a') },
    { note: 'getMany', look: () => store.database('accounts').getMany(['a', 'b']) },
    { note: 'range', look: () => store.database('accounts').range() },
    { note: 'changes', look: () => store.database('accounts').changes(undefined) },
    { note: 'view', look: () => store.database('accounts').view('a', 'b') },
    { note: 'put', look: () => store.database('accounts').put(draft('new')) },
    { note: 'databases', look: () => store.databases() },
    { note: 'ping', look: () => store.ping() },
  ]
  for (const { note, look } of looks) {
    for (const body of ['null', '17', '', '<html>It works!</html>', '{}', '{"rows":null,"results":7}', '{"_id":']) {
      it(`makes ${note} a fault where it answers ${JSON.stringify(body)}, never "not there"`, async () => {
        server.fail = () => ({ body })
        await expect(look()).rejects.toMatchObject({ kind: 'upstream' })
      })
    }

    it(`makes ${note} unavailable where its answer breaks off`, async () => {
      server.fail = () => ({ cut: '{"rows":[' })
      await expect(look()).rejects.toMatchObject({ kind: 'unavailable' })
    })

    it(`makes ${note} unavailable, and the request is gone, where it never answers`, async () => {
      server.fail = () => 'hang'
      await expect(withPatience(50, look)).rejects.toMatchObject({ kind: 'unavailable' })
      server.fail = undefined
      await store.ping()
    })
  }

  it('leaves out a document that was asked for: a fault, not "not there"', async () => {
    server.fail = () => ({ body: '{"rows":[]}' })
    await expect(store.database('accounts').getMany(['a', 'b'])).rejects.toMatchObject({ kind: 'upstream' })
  })

  it('gives another document than the one that was asked for', async () => {
    server.fail = () => ({ body: '{"_id":"b","_rev":"1-b"}' })
    await expect(store.database('accounts').get('a')).rejects.toMatchObject({ kind: 'upstream' })
  })

  it('a 404 of something else on the way says nothing about a document', async () => {
    server.fail = () => 404
    await expect(store.database('accounts').get('a')).rejects.toMatchObject({ kind: 'upstream' })
    await expect(store.database('accounts').attachment('a', 'b')).rejects.toMatchObject({ kind: 'upstream' })
    server.fail = () => ({ body: notMissing })
    await expect(store.database('accounts').get('a')).rejects.toMatchObject({ kind: 'upstream' })
  })

  it('is asked again after a connection that closed, where a repeat is harmless, and only once', async () => {
    server.fail = () => (server.requests.length === 1 ? 'hang up' : undefined)
    expect(await store.database('accounts').get('a')).toMatchObject({ id: 'a' })
    expect(server.requests).toHaveLength(2)
    server.fail = () => 'hang up'
    await expect(store.database('accounts').get('a')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(server.requests).toHaveLength(4)
  })

  it('is never sent a write twice', async () => {
    server.fail = () => 'hang up'
    await expect(store.database('accounts').put(draft('once'))).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(store.create('once')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(server.requests).toEqual(['POST /accounts/_bulk_docs', 'PUT /once'])
  })

  it('many looks after each other wait no longer than one request may', async () => {
    server.fail = () => 'hang'
    const accounts = store.database('accounts')
    await withPatience(50, async () => {
      for (let look = 0; look < 20; look++)
        await expect(accounts.get('a')).rejects.toMatchObject({ kind: 'unavailable' })
    })
    // Only the first was still worth asking.
    expect(server.requests).toHaveLength(1)
  })

  it('looks of others that wait behind hanging ones get their turn', async () => {
    server.fail = (request) => (request.includes('hanging') ? 'hang' : undefined)
    const accounts = store.database('accounts')
    const hanging = Promise.allSettled(
      Array.from({ length: 20 }, () => withPatience(50, () => accounts.get('hanging'))),
    )
    expect(await accounts.get('a')).toMatchObject({ id: 'a' })
    expect(new Set((await hanging).map(({ status }) => status))).toEqual(new Set(['rejected']))
  })
})
