import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BulkDryRun } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '#bff/app.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { type Client, createClient } from '../_client.ts'
import { startCouchServer } from '../_couch-server.ts'
import { STORES, startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

const set = (section: string, pointer: string, value: JsonValue): JsonObject => ({ section, pointer, op: 'set', value })

describe('a change of several categories', () => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
  })
  afterAll(() => app.stop())

  async function change(category: string, ...operations: JsonValue[]): Promise<JsonObject> {
    const { revision } = (await browser.get(`/console/system_configs/${category}`)).body.data as JsonObject
    return { category, base_revision: revision ?? null, operations }
  }
  const save = (...changes: JsonValue[]) => browser.post('/console/system_configs/bulk', { changes })
  const foresee = (...changes: JsonValue[]) => browser.post('/console/system_configs/bulk/dry_run', { changes })

  it('is foreseen and stored, category by category', async () => {
    const [one, two, three] = [
      await app.category({ z1: { a: 5 } }),
      await app.category(),
      await app.category({ z1: { a: 5 } }),
    ]
    const changes = [
      await change(one, set('z1', '/a', 6), set('app@n1', '/flag', true)),
      await change(two, set('z2', '/a', 7)),
      await change(three, set('z1', '/a', 5)),
    ]
    const { changes: foreseen } = (await foresee(...changes)).body.data as unknown as BulkDryRun
    expect(foreseen.map(({ category, outcomes, stored }) => [category, outcomes, stored.length])).toEqual([
      [one, ['stored', 'stored'], 2],
      [two, ['stored'], 1],
      [three, ['unchanged'], 0],
    ])
    expect(await app.stored(one)).toEqual({ z1: { a: 5 } })
    const { status, body } = await save(...changes)
    expect(status).toBe(200)
    expect(body.data).toEqual({
      outcomes: [
        { category: one, outcome: 'stored', revision: expect.stringMatching(/^2-/), way_back: expect.anything() },
        { category: two, outcome: 'stored', revision: expect.stringMatching(/^1-/), way_back: expect.anything() },
        { category: three, outcome: 'unchanged', revision: expect.stringMatching(/^1-/) },
      ],
    })
    expect(await app.stored(one)).toEqual({ z1: { a: 6 }, 'app@n1': { flag: true } })
    expect(await app.stored(two)).toEqual({ z2: { a: 7 } })
  })

  it('is refused as a whole where anything is wrong, and everything that is wrong is named', async () => {
    const [one, two, three] = [await app.category({ z1: { a: 5 } }), await app.category(), await app.category()]
    const changes = [
      await change(one, set('z1', '/a', 6)),
      await change(two, set('z1', '/a', 'x')),
      await change(three, set('a@b.c', '/flag', 5), set('z1', '/list', [1])),
    ]
    for (const send of [foresee, save]) {
      const { status, body } = await send(...changes)
      expect(status).toBe(400)
      const name = (category: string) => category.replace('.', '%2E')
      expect(Object.keys(body.data as object)).toEqual([
        `${name(two)}.z1.a`,
        `${name(three)}.a@b%2Ec.flag`,
        `${name(three)}.z1.list.0`,
      ])
    }
    expect(await app.stored(one)).toEqual({ z1: { a: 5 } })
  })

  it('hides secrets that its errors echo', async () => {
    const one = await app.category({ z1: { api_key: 'invented-secret' } })
    const { status, text } = await save(await change(one, set('z1', '/b', { c: 'x', api_key: 'invented-other' })))
    expect(status).toBe(400)
    expect(text).not.toContain('invented')
  })

  it('of which a category has changed meanwhile is not begun', async () => {
    const [one, two] = [await app.category({ z1: { a: 5 } }), await app.category({ z1: { a: 5 } })]
    const changes = [await change(one, set('z1', '/a', 6)), await change(two, set('z1', '/a', 6))]
    await app.admin.patch(`/v2/system_configs/${two}/z1`, { a: 9 })
    for (const send of [foresee, save]) {
      const { status, masked } = await send(...changes)
      expect(status).toBe(409)
      expect(masked).toMatchObject({
        message: 'datastore_conflict',
        data: {
          message: 'conflicting documents',
          cause: expect.stringContaining('Nothing was stored.'),
          outcomes: [
            { category: one, outcome: 'not-attempted', revision: expect.stringMatching(/^1-/) },
            { category: two, outcome: 'conflict', revision: expect.stringMatching(/^2-/) },
          ],
        },
      })
    }
    expect(await app.stored(one)).toEqual({ z1: { a: 5 } })
  })

  for (const { note, changes, path } of [
    {
      note: 'a category twice',
      changes: ['x', 'x'].map((category) => ({ category, base_revision: null, operations: [] })),
      path: 'changes',
    },
    { note: 'no category', changes: [{ base_revision: null, operations: [] }], path: 'changes.0.category' },
    {
      note: 'a pointer that is none',
      changes: [{ category: 'x', base_revision: null, operations: [set('z1', 'a', 1)] }],
      path: 'changes.0.operations.0.pointer',
    },
    {
      note: 'more categories than fit',
      changes: Array.from({ length: 201 }, (_, at) => ({ category: `c${at}`, base_revision: null, operations: [] })),
      path: 'changes',
    },
    {
      note: 'more operations than fit',
      changes: [1, 2, 3, 4, 5, 6].map((at) => ({
        category: `c${at}`,
        base_revision: null,
        operations: Array.from({ length: 900 }, () => set('z1', '/a', 1)),
      })),
      path: 'changes',
    },
    { note: 'no list', changes: {}, path: 'changes' },
  ]) {
    it(`refuses ${note}`, async () => {
      for (const route of ['bulk', 'bulk/dry_run']) {
        const { status, body } = await browser.post(`/console/system_configs/${route}`, { changes })
        expect(status).toBe(400)
        expect(Object.keys(body.data as object)).toEqual([path])
      }
    })
  }

  it('finds no category by a name that none can have', async () => {
    expect((await save({ category: '_design', base_revision: null, operations: [] })).status).toBe(404)
  })

  it('of nothing is nothing', async () => {
    expect((await save()).body.data).toEqual({ outcomes: [] })
    expect((await foresee()).body.data).toEqual({ changes: [] })
  })
})

describe('a change of several categories on a CouchDB whose answer is lost', () => {
  for (const { lost, says, outcomes } of [
    { lost: 1, says: /^Of demo.1: it may be stored or not.* Nothing else was stored/, outcomes: ['unknown'] },
    { lost: 2, says: /^Of demo.2: it may be stored or not.* Stored were: demo.1/, outcomes: ['stored', 'unknown'] },
  ]) {
    it(`claims nothing of that category, the ${lost === 1 ? 'first' : 'second'} of them`, async () => {
      const server = await startCouchServer()
      const store = createCouchDbStore(server.url)
      const app = await startConfigApp(async () => ({ store, stop: () => store.close().then(server.stop) }))
      const names = [await app.category(), await app.category(), await app.category()]
      const operations = [set('z1', '/a', 6)]
      const changes = names.map((category) => ({ category, base_revision: null, operations }))
      let writes = 0
      server.fail = (request) => (request.includes('_bulk_docs') && ++writes === lost ? 'hang up' : undefined)
      const { status, body } = await app.admin.post('/console/system_configs/bulk', { changes })
      expect(status).toBe(503)
      const told = body.data as { cause: string; outcomes: { outcome: string }[] }
      expect(told.cause).toMatch(says)
      const all = told.outcomes.map(({ outcome }) => outcome)
      expect(all).toEqual([...outcomes, ...Array.from({ length: 3 - lost }, () => 'not-attempted')])
      await app.stop()
    })
  }
})

for (const { kind, start } of STORES) {
  describe(`a change of several categories on the ${kind} store`, () => {
    let app: ConfigApp
    let names: string[]
    beforeAll(async () => {
      app = await startConfigApp(start)
    })
    afterAll(() => app.stop())
    beforeEach(async () => {
      names = [await app.category({ z1: { a: 5 } }), await app.category(), await app.category()]
    })

    /** Sets a value in each; `before` runs when everything was checked and nothing is stored yet. */
    async function saveAfter(before: (two: string) => Promise<unknown>) {
      const { documents } = app.context
      const saveTogether: typeof documents.saveTogether = async (writes) => {
        await before(names[1] ?? '')
        return documents.saveTogether(writes)
      }
      const server = createServer(createApp({ ...app.context, documents: { ...documents, saveTogether } }))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const admin = createClient(url, { 'x-auth-token': app.tokenOf('superduper') })
      const changes: JsonValue[] = []
      for (const category of names) {
        const { revision } = (await admin.get(`/console/system_configs/${category}`)).body.data as JsonObject
        changes.push({ category, base_revision: revision ?? null, operations: [set('z1', '/a', 6)] })
      }
      const reply = await admin.post('/console/system_configs/bulk', { changes })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      return reply
    }
    const storedValues = async () => Promise.all(names.map(async (name) => (await app.stored(name))?.z1))

    const isWhole = kind === 'embedded'
    it(`stores ${isWhole ? 'none' : 'those before it, and says so,'} when another write of one comes between`, async () => {
      const { status, body } = await saveAfter((two) => app.admin.patch(`/v2/system_configs/${two}/z1`, { a: 9 }))
      const [one, two, three] = names
      const begun = isWhole
        ? { category: one, outcome: 'not-attempted', revision: expect.stringMatching(/^1-/) }
        : { category: one, outcome: 'stored', revision: expect.stringMatching(/^2-/) }
      expect(status).toBe(409)
      expect(body.data).toMatchObject({
        cause: expect.stringContaining(isWhole ? 'Nothing was stored.' : `Stored were: ${one}.`),
        outcomes: [
          begun,
          { category: two, outcome: 'conflict', revision: null },
          { category: three, outcome: 'not-attempted', revision: null },
        ],
      })
      expect(await storedValues()).toEqual([{ a: isWhole ? 5 : 6 }, { a: 9 }, undefined])
    })

    it('says that nothing is stored when the store goes away', async () => {
      const { status, body } = await saveAfter(async () => {
        throw new AppError('unavailable', 'It went away.')
      })
      expect(status).toBe(503)
      expect(body.data).toMatchObject({
        cause: expect.stringContaining('Nothing was stored.'),
        outcomes: names.map((category) => ({ category, outcome: 'failed' })),
      })
      expect(await storedValues()).toEqual([{ a: 5 }, undefined, undefined])
    })
  })
}
