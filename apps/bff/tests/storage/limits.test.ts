import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Client, type Reply, startApp, type TestApp, USERS } from '../_app.ts'
import { testDraft } from '../back-ends/_drafts.ts'
import { dataOf, remove, store } from '../storage-where/_cluster.ts'
import { acme, acmeStorage, http, httpId } from './_documents.ts'

const userId = USERS['account-user'].id
const ownStorage = `/v2/accounts/${acme}/users/${userId}/storage`
const routes = `/console/accounts/${acme}/storage/routes`
const ownRoutes = `${routes}?user=${userId}`

const many = (count: number, value: (index: number) => JsonValue): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value(index)]))
const types = (count: number, rule: JsonObject): JsonObject => ({ plan: { modb: { types: many(count, () => rule) } } })
const toStub = { attachments: { stub: true } }
const toUrl = { attachments: { params: { url: 'https://x.example' } } }
const withAddress = (length: number): JsonObject => ({
  attachments: { [httpId]: http({ url: `https://x.example/?${'a=b&'.repeat(length / 4)}` }) },
})
const withSettings = (count: number): JsonObject => ({
  attachments: { [httpId]: http(many(count, String)) },
  plan: { modb: { attachments: { handler: httpId }, types: many(100, () => ({ connection: 'local' })) } },
})
const withParams = (count: number): JsonObject => ({
  attachments: { [httpId]: http() },
  plan: { modb: { attachments: { handler: httpId, params: many(count, String) }, ...types(100, toStub) } },
})

/** What a reply complains of: by where, in words. */
function complaints({ body }: Reply): [string, string][] {
  return Object.entries(body.data as Record<string, Record<string, JsonObject>>).flatMap(([path, errors]) =>
    Object.values(errors).map(({ message }): [string, string] => [path, String(message)]),
  )
}

describe('what a storage document may hold', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    for (const id of [acme, userId]) await remove(app, id)
  })

  describe('is looked at first: nothing is validated or resolved of', () => {
    for (const { note, draft, path } of [
      { note: '500 settings', draft: withSettings(500), path: `attachments.${httpId}.settings` },
      { note: '2,000 settings', draft: withSettings(2000), path: `attachments.${httpId}.settings` },
      { note: '4,000 settings', draft: withSettings(4000), path: `attachments.${httpId}.settings` },
      { note: '2,000 params of a class', draft: withParams(2000), path: 'plan.modb.attachments.params' },
      { note: '8,000 types with a url', draft: types(8000, toUrl), path: 'plan.modb.types' },
      { note: '9,000 types', draft: types(9000, toStub), path: 'plan.modb.types' },
      { note: '101 back-ends', draft: { attachments: many(101, () => ({})) }, path: 'attachments' },
      { note: '101 connections', draft: { connections: many(101, () => ({})) }, path: 'connections' },
      { note: 'a long address', draft: withAddress(4000), path: `attachments.${httpId}` },
      { note: '95,000 values', draft: { note: Array(95_000).fill(0) }, path: '' },
      { note: 'texts of a megabyte', draft: { note: 'x'.repeat(900_000) }, path: '' },
    ] satisfies { note: string; draft: JsonObject; path: string }[]) {
      it(`${note}, drafted or saved by anybody`, async () => {
        const entry: JsonObject = { plan: { broken: 5 }, ...draft }
        const ask = async (client: Client) => [
          await client.post(ownRoutes, { draft: entry }),
          await client.post(`/console/accounts/${acme}/storage/route?class=modb&user=${userId}`, { draft: entry }),
          await client.put(ownStorage, entry),
        ]
        // Of an ordinary user the body alone may be too much already.
        for (const { status } of await ask(app.as('account-user'))) expect([400, 413]).toContain(status)
        for (const reply of await ask(app.as('superduper'))) {
          expect(reply.status).toBe(400)
          const said = complaints(reply)
          expect(said.map(([place]) => place)).toContain(path)
          for (const [, message] of said) expect(message).toMatch(/^A storage document may have [\d,]+ .*: \w+/)
        }
      })
    }

    it('a plan whose effects are asked about, and an entry that is to be tested', async () => {
      const root = app.as('superduper')
      const { id } = (await root.put('/v2/storage/plans', { name: 'Gold' })).body.data as { id: string }
      const touched = await root.post(`/console/storage/plans/${id}/accounts`, { draft: types(500, toStub) })
      expect(complaints(touched).map(([place]) => place)).toEqual(['plan', 'plan.modb.types'])
      const tested = async (draft: JsonObject) => {
        const data = { draft, attachment: httpId }
        const { reply } = await testDraft(app.as('account-admin'), `/console/accounts/${acme}/storage/test`, data)
        return complaints(reply)
      }
      const settings = { attachments: { [httpId]: http(many(200, String)) } }
      expect((await tested(settings)).map(([place]) => place)).toEqual([`attachments.${httpId}.settings`])
      expect(await tested(withAddress(200_000))).toContainEqual([
        `attachments.${httpId}`,
        expect.stringMatching(/^A storage document may have 4,000 characters .* has 200,\d+: shorten its address/),
      ])
    })

    it('a change that would come to more than may be, and one that takes away what nobody has', async () => {
      const user = app.as('account-user')
      await user.put(ownStorage, types(60, { connection: 'local' }))
      const more = {
        plan: {
          modb: {
            types: Object.fromEntries(
              Object.keys(many(60, String)).map((key) => [`more-${key}`, { connection: 'local' }]),
            ),
          },
        },
      }
      expect(complaints(await user.patch(ownStorage, more)).map(([place]) => place)).toEqual(['plan.modb.types'])
      const nothing: JsonObject = { note: many(9000, () => null) }
      expect(complaints(await app.as('superduper').patch(ownStorage, nothing)).map(([place]) => place)).toEqual([''])
    })
  })

  describe('as it was stored before', () => {
    const large = types(9000, { connection: 'local' })
    const rules = 9001

    it('can be read and removed', async () => {
      await store(app, userId, large, { account_id: acme })
      const user = app.as('account-user')
      const read = await user.get(ownStorage)
      expect(
        Object.keys((read.body.data as typeof large & { plan: { modb: { types: JsonObject } } }).plan.modb.types),
      ).toHaveLength(9000)
      expect((await user.delete(ownStorage)).status).toBe(200)
    })

    it('can become less at once, up to twice the limits, and then be changed, but not become more', async () => {
      await store(app, userId, large, { account_id: acme })
      const root = app.as('superduper')
      const said = [
        'plan.modb.types',
        expect.stringMatching(/may have 100 .* has 9,000: \w.*Of the 9,000 that are stored up to 200 may stay\.$/),
      ]
      expect(complaints(await app.as('account-user').patch(ownStorage, {}))).toContainEqual(said)
      const removing = { plan: { modb: { types: many(6000, () => null) } } }
      expect((await root.patch(ownStorage, removing)).status).toBe(400)
      expect((await root.post(ownStorage, types(201, { connection: 'local' }))).status).toBe(400)
      expect((await root.patch(ownStorage, { plan: { modb: { types: many(8800, () => null) } } })).status).toBe(200)
      expect((await app.as('account-user').patch(ownStorage, { note: 'changed' })).status).toBe(200)
      expect((await root.post(ownStorage, types(180, { connection: 'local' }))).status).toBe(200)
      const grown = await root.post(ownStorage, types(181, { connection: 'local' }))
      expect(complaints(grown)).toEqual([
        ['plan.modb.types', expect.stringContaining('The 180 that are stored may stay.')],
      ])
      expect((await root.post(ownStorage, types(90, { connection: 'local' }))).status).toBe(200)
      expect((await root.post(ownStorage, types(101, { connection: 'local' }))).status).toBe(400)
    })

    it('can lose its plan in one go', async () => {
      await store(app, userId, large, { account_id: acme })
      const reply = await app.as('account-user').patch(ownStorage, { plan: null })
      expect(reply.body.data).toEqual({ id: userId })
      expect(reply.status).toBe(200)
    })

    it('cannot come below documents whose secrets it may send elsewhere unseen', async () => {
      await store(app, acme, large, { account_id: acme })
      const own = {
        attachments: { [httpId]: http() },
        plan: { modb: { attachments: { handler: httpId, ...toUrl.attachments } } },
      }
      const refused = await app.as('account-user').put(ownStorage, own)
      expect(complaints(refused)).toEqual([
        ['plan.modb.attachments.params.url', expect.stringContaining('the settings of a back-end of your own')],
      ])
      expect((await app.as('account-user').put(ownStorage, { attachments: own.attachments })).status).toBe(201)
    })

    it('is to be made smaller before the account is given another plan', async () => {
      const root = app.as('superduper')
      const { id } = (await root.put('/v2/storage/plans', { name: 'Gold' })).body.data as { id: string }
      await store(app, acme, {}, { account_id: acme })
      await store(app, userId, large, { account_id: acme })
      const assigned = await root.put(`/console/accounts/${acme}/storage_plan`, { plan_id: id })
      expect(complaints(assigned)).toEqual([['plan_id', expect.stringContaining(`smaller first: user ${userId}.`)]])
      await root.delete(ownStorage)
      expect((await root.put(`/console/accounts/${acme}/storage_plan`, { plan_id: id })).status).toBe(200)
      await root.put(`/console/accounts/${acme}/storage_plan`, { plan_id: null })
    })

    it('is told in part by the map and by what is inherited, and says so', async () => {
      await store(app, acme, large, { account_id: acme })
      const map = dataOf(await app.as('account-admin').get(routes))
      expect(map.truncated).toEqual({ rules, shown: 101 })
      expect(JSON.stringify(map).length).toBeLessThan(100_000)
      const inherited = dataOf(
        await app.as('account-admin').get(`/console/accounts/${acme}/users/${userId}/storage/inherited`),
      )
      expect(inherited.truncated).toEqual({ rules, shown: 101 })
      await store(app, acme, { ...large, attachments: many(300, () => http()) }, { account_id: acme })
      const whole = await app.as('account-user').get(`/console/accounts/${acme}/users/${userId}/storage/inherited`)
      const [, told] = dataOf(whole).layers as { attachments: JsonObject }[]
      expect(Object.keys(told?.attachments ?? {})).toHaveLength(300)
      const drafted = dataOf(await app.as('superduper').post(routes, { draft: large }))
      expect(drafted.truncated).toEqual({ rules, shown: 101 })
    })

    it('answers of any of its types, and with no more settings than may be', async () => {
      await store(app, acme, { ...large, attachments: { [httpId]: http(many(3000, String)) } }, { account_id: acme })
      const elsewhere = { plan: { modb: { types: { k8000: { attachments: { handler: httpId } } } } } }
      await store(app, userId, elsewhere, { account_id: acme })
      const path = `/console/accounts/${acme}/storage/route?class=modb&type=k8000&user=${userId}`
      const route = dataOf(await app.as('account-admin').get(path))
      expect(route.back_end).toMatchObject({ id: { value: httpId, by: { layer: 'user' } }, handler: { value: 'http' } })
      expect(Object.keys((route.back_end as { settings: JsonObject }).settings).length).toBeLessThan(200)
      expect(route.truncated).toEqual({ rules, shown: 101 })
    })
  })
})

describe('an account', () => {
  it(`of ${ACCOUNTS.acme.name} within the limits is told whole`, async () => {
    const app = await startApp({ savesUntested: true })
    await app.as('account-admin').put(acmeStorage, types(90, { connection: 'local' }))
    const map = dataOf(await app.as('account-admin').get(routes))
    await app.stop()
    expect(map.truncated).toBeNull()
  })
})
