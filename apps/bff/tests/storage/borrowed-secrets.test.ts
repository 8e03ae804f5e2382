import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Caller, startApp, type TestApp, USERS } from '../_app.ts'
import { testDraft } from '../back-ends/_drafts.ts'
import { createReceiver } from '../back-ends/_receiver.ts'
import { serve } from '../back-ends/_servers.ts'
import {
  acme,
  acmeStorage,
  browserOf,
  couchdb,
  couchId,
  couchPassword,
  http,
  s3,
  s3Id,
  s3Secret,
} from './_documents.ts'

const azureId = 'f2'.repeat(16)
const openId = 'f3'.repeat(16)
const planId = 'f4'.repeat(16)
const ownSecret = 'an-invented-secret-of-its-own'
const userStorage = `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`
const elsewhere = { ip: '198.51.100.7', port: 5984 }

const azure = (settings: JsonObject = {}): JsonObject => ({
  handler: 'azure',
  settings: { account: 'a', container: 'c', key: 'aW52ZW50ZWQ=', ...settings },
})
const bare = { driver: 'kazoo_couch', settings: elsewhere }
const rule = (handler: string, params: JsonObject): JsonObject => ({ attachments: { handler, params } })

describe('secrets of a layer below', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
    const root = app.as('superduper')
    await root.put('/v2/storage', {
      attachments: { [s3Id]: s3(), [azureId]: azure(), [openId]: http() },
      connections: { [couchId]: couchdb(), local: {} },
    })
    const plan = await root.put('/v2/storage/plans', { name: 'Gold', attachments: { [planId]: s3() } })
    await root.put(`/console/accounts/${acme}/storage_plan`, { plan_id: (plan.body.data as { id: string }).id })
    await root.delete(acmeStorage)
  })
  afterAll(() => app.stop())
  afterEach(async () => {
    for (const path of [userStorage, acmeStorage]) await app.as('superduper').delete(path)
  })

  for (const { note, document, path } of [
    {
      note: 'the credentials of a connection, by another address',
      document: { connections: { [couchId]: bare } },
      path: `connections.${couchId}`,
    },
    {
      note: 'the credentials of a connection, whatever is sent with it',
      document: { connections: { [couchId]: couchdb(elsewhere) } },
      path: `connections.${couchId}`,
    },
    {
      note: "a plan's secret, by another host with the plan's bucket",
      document: { attachments: { [planId]: { ...s3({ host: 'evil.example' }), settings: { host: 'evil.example' } } } },
      path: `attachments.${planId}`,
    },
    {
      note: 'a key, by another handler that calls its secret otherwise',
      document: { attachments: { [azureId]: http({ url: 'https://evil.example/in' }) } },
      path: `attachments.${azureId}`,
    },
    {
      note: 'a secret, by the host that a rule of a class gives',
      document: { plan: { modb: rule(s3Id, { host: 'evil.example' }) } },
      path: 'plan.modb.attachments.params.host',
    },
    {
      note: 'a secret, by the port that a rule of a type gives',
      document: { plan: { modb: { types: { fax: rule(s3Id, { port: 8080, folder_path: 'f' }) } } } },
      path: 'plan.modb.types.fax.attachments.params.port',
    },
    {
      note: "a secret, by a class's host for the back-end of a type in it",
      document: {
        plan: {
          modb: {
            attachments: { params: { host: 'evil.example' } },
            types: { fax: { attachments: { handler: s3Id } } },
          },
        },
      },
      path: 'plan.modb.attachments.params.host',
    },
  ] satisfies { note: string; document: JsonObject; path: string }[]) {
    it(`are not sent elsewhere: ${note}`, async () => {
      for (const storage of [acmeStorage, userStorage]) {
        await app.as('superduper').put(acmeStorage, {})
        await app.as('superduper').put(userStorage, {})
        const client = app.as('account-admin')
        for (const reply of [await client.post(storage, document), await client.patch(storage, document)]) {
          expect(reply.status, storage).toBe(400)
          expect((reply.body.data as JsonObject)[path]).toEqual({
            invalid: { message: expect.stringMatching(/choose another id|a back-end of your own/) },
          })
          expect(reply.text).not.toMatch(new RegExp(`${s3Secret}|${couchPassword}`))
        }
        expect(((await client.get(storage)).body.data as JsonObject).id).toBeDefined()
      }
      await app.as('superduper').delete(acmeStorage)
      expect((await app.as('account-admin').put(acmeStorage, document)).status).toBe(400)
    })
  }

  for (const { note, document } of [
    { note: 'a back-end that brings its own secret', document: { attachments: { [s3Id]: s3({ secret: ownSecret }) } } },
    { note: 'a back-end of an id that is its own', document: { attachments: { ['d1'.repeat(16)]: s3() } } },
    { note: 'a back-end whose layer below has no secret', document: { attachments: { [openId]: http({ x: 1 }) } } },
    { note: 'a connection of an id that is its own', document: { connections: { ['d2'.repeat(16)]: couchdb() } } },
    { note: 'the connection of the cluster itself', document: { connections: { local: {} } } },
    {
      note: 'a folder in a back-end below',
      document: { plan: { modb: rule(s3Id, { folder_path: 'acme' }) } },
    },
    {
      note: 'a host for a back-end of its own',
      document: {
        attachments: { ['d3'.repeat(16)]: s3() },
        plan: { modb: rule('d3'.repeat(16), { host: 'own.example' }) },
      },
    },
    {
      note: 'an address with a secret of its own',
      document: { plan: { modb: rule(s3Id, { host: 'own.example', secret: ownSecret }) } },
    },
  ] satisfies { note: string; document: JsonObject }[]) {
    it(`are not touched by ${note}`, async () => {
      const reply = await app.as('account-admin').put(acmeStorage, document)
      expect(reply.text).toContain('"success"')
      expect(reply.status).toBe(201)
    })
  }

  for (const { caller, status } of [
    { caller: 'superduper', status: 201 },
    { caller: 'reseller-admin', status: 400 },
    { caller: 'account-admin', status: 400 },
  ] satisfies { caller: Caller; status: number }[]) {
    it(`${status === 201 ? 'may' : 'may not'} be sent elsewhere by ${caller}`, async () => {
      const reply = await app.as(caller).put(acmeStorage, { connections: { [couchId]: couchdb(elsewhere) } })
      expect(reply.status).toBe(status)
    })
  }

  it("a reseller's plan may not send those of the system elsewhere", async () => {
    const plans = `/v2/accounts/${ACCOUNTS.reseller.id}/storage/plans`
    const reply = await app.as('reseller-admin').put(plans, { connections: { [couchId]: bare } })
    expect(Object.keys(reply.body.data as JsonObject)).toEqual([`connections.${couchId}`])
  })

  it('are not kept by a marker that a layer above sends: it names what is stored there', async () => {
    const browser = await browserOf(app, 'superduper')
    const system = (await browser.get('/v2/storage')).body.data as { attachments: Record<string, JsonObject> }
    const reply = await (await browserOf(app, 'account-admin')).put(acmeStorage, {
      attachments: { [s3Id]: system.attachments[s3Id] ?? {} },
    })
    expect(reply.status).toBe(400)
    expect(Object.keys(reply.body.data as JsonObject)).toEqual([`attachments.${s3Id}.settings.secret`])
  })

  it('are not sent by a test of a draft, whoever asks', async () => {
    const receiver = createReceiver()
    const server = await serve(receiver.listener)
    const testing = await startApp({ config: { probeAllow: ['127.0.0.1'] } })
    await testing.store.database('system_data').put({
      id: 'system',
      fields: { connections: { [couchId]: couchdb() }, attachments: { [openId]: http() } },
      private: { type: 'storage' },
    })
    const entry = { driver: 'kazoo_couch', settings: { ip: '127.0.0.1', port: server.port } }
    const data = { draft: { connections: { [couchId]: entry } }, connection: couchId }
    const path = `/console/accounts/${acme}/storage/test`
    const refused = await testDraft(testing.as('account-admin'), path, data)
    expect(refused.reply.status).toBe(400)
    expect(receiver.requests).toEqual([])
    await testDraft(testing.as('superduper'), path, data)
    expect(receiver.requests.length).toBeGreaterThan(0)
    expect(receiver.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
    await testing.stop()
    await server.stop()
  })
})
