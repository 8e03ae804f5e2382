import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Caller, STORES, startApp, type TestApp, USERS } from '../_app.ts'
import { acme, acmeStorage, couchdb, couchId, http, httpId, s3, s3Id, s3Secret, voicemailTo } from './_documents.ts'

const storageOf = (id: string) => `/v2/accounts/${id}/storage`
const planBackEnd = 'b6'.repeat(16)
const inherited = `/console/accounts/${acme}/storage/inherited`
const userId = USERS['account-user'].id
const inheritedByUser = `/console/accounts/${acme}/users/${userId}/storage/inherited`

describe.each(STORES)('storage in the console on $kind', ({ start }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    const root = app.as('superduper')
    await root.put('/v2/storage', { attachments: { [s3Id]: s3() }, connections: { [couchId]: couchdb() } })
    await root.put(acmeStorage, {
      attachments: { [httpId]: http() },
      plan: {
        modb: { types: { fax: { attachments: { handler: s3Id, params: { key: s3Secret, folder_path: 'f' } } } } },
      },
    })
    await root.put(storageOf(ACCOUNTS.moved.id), {})
    await root.put(storageOf(ACCOUNTS.stranger.id), { attachments: { [s3Id]: s3(), [httpId]: http() } })
    await root.put(`${storageOf(acme).replace('/storage', '')}/users/${userId}/storage`, {})
    await root.put('/v2/storage/plans', { name: 'Listed nowhere' })
  })
  afterAll(() => app.stop())

  const system = { id: 'system', name: 'System', scope: 'system', attachments: 1, connections: 1 }
  const acmeItem = { id: acme, name: 'Acme Corp', scope: 'account', attachments: 1, connections: 0 }
  const moved = { id: ACCOUNTS.moved.id, name: 'Moved Ltd', scope: 'account', attachments: 0, connections: 0 }
  const stranger = { id: ACCOUNTS.stranger.id, name: 'Stranger', scope: 'account', attachments: 2, connections: 0 }

  for (const { caller, expected } of [
    { caller: 'superduper', expected: [system, acmeItem, moved, stranger] },
    { caller: 'reseller-admin', expected: [acmeItem, moved] },
    { caller: 'account-admin', expected: [acmeItem] },
    { caller: 'account-user', expected: [] },
    { caller: 'branch-admin', expected: [] },
    { caller: 'stranger-admin', expected: [stranger] },
  ] satisfies { caller: Caller; expected: JsonObject[] }[]) {
    it(`the list of ${caller} holds what they may read, the system first, then by name`, async () => {
      expect((await app.as(caller).get('/console/storage')).body.data).toEqual(expected)
    })
  }

  it('tells anyone signed in whether back-ends may be saved untested, as the system config says now', async () => {
    const ask = async () => (await app.as('account-user').get('/console/storage/settings')).body.data
    const allow = (value: boolean) =>
      app.as('superduper').patch('/v2/system_configs/system_data/default', { allow_validation_overrides: value })
    expect(await ask()).toEqual({ may_save_untested: true })
    await allow(false)
    expect(await ask()).toEqual({ may_save_untested: false })
    await allow(true)
  })

  it('the list follows every write', async () => {
    const root = app.as('superduper')
    await root.put(storageOf(ACCOUNTS.branch.id), {})
    expect((await root.get('/console/storage')).text).toContain(ACCOUNTS.branch.id)
    await root.delete(storageOf(ACCOUNTS.branch.id))
    expect((await root.get('/console/storage')).text).not.toContain(ACCOUNTS.branch.id)
  })

  const rule = { attachments: {}, connection: 'local', types: {} }
  const builtIn = {
    layer: 'built-in',
    name: 'Built in',
    attachments: {},
    connections: { local: { name: null } },
    plan: { account: rule, modb: rule, system: rule, yodb: rule },
  }
  const systemLayer = {
    layer: 'system',
    name: 'System',
    attachments: { [s3Id]: { name: 'S3 Storage', handler: 's3' } },
    connections: { [couchId]: { name: 'Second cluster' } },
    plan: {},
  }

  it("an account inherits what is built in and the system's", async () => {
    const { body } = await app.as('account-admin').get(inherited)
    expect(body.data).toEqual({ truncated: null, layers: [builtIn, systemLayer] })
  })

  it("a user inherits the account's as well, without its secrets", async () => {
    const reply = await app.as('account-admin').get(inheritedByUser)
    expect(reply.body.data).toEqual({
      truncated: null,
      layers: [
        builtIn,
        systemLayer,
        {
          layer: 'account',
          name: 'Acme Corp',
          attachments: { [httpId]: { name: 'Recorder', handler: 'http' } },
          connections: {},
          plan: {
            modb: {
              types: {
                fax: {
                  attachments: {
                    handler: s3Id,
                    params: { folder_path: 'f', key: { $secret: 'set', fingerprint: expect.any(String) } },
                  },
                },
              },
            },
          },
        },
      ],
    })
    expect(reply.text).not.toContain(s3Secret)
  })

  it('a plain user is told the same of its own document, and only of that', async () => {
    const reply = await app.as('account-user').get(inheritedByUser)
    expect(reply.status).toBe(200)
    expect(reply.body.data).toEqual((await app.as('account-admin').get(inheritedByUser)).body.data)
    expect(reply.text).not.toContain(s3Secret)
    expect((await app.as('account-user').get(inherited)).status).toBe(403)
  })

  it('somebody who is no user of the account is 404', async () => {
    const reply = await app.as('account-admin').get(inheritedByUser.replace(userId, USERS['stranger-admin'].id))
    expect(reply.status).toBe(404)
  })

  it('the plan that the account follows comes between, by its name', async () => {
    const plan = await app.as('superduper').put('/v2/storage/plans', {
      name: 'Gold',
      attachments: { [planBackEnd]: { handler: 'azure', settings: { account: 'a', container: 'c', key: 'invented' } } },
      plan: voicemailTo(planBackEnd),
    })
    const planId = String((plan.body.data as JsonObject).id)
    await app.as('superduper').put(`/console/accounts/${acme}/storage_plan`, { plan_id: planId })
    const { body } = await app.as('account-admin').get(inherited)
    expect(body.data).toEqual({
      truncated: null,
      layers: [
        builtIn,
        systemLayer,
        {
          layer: 'plan',
          name: 'Gold',
          attachments: { [planBackEnd]: { name: null, handler: 'azure' } },
          connections: {},
          plan: voicemailTo(planBackEnd),
        },
      ],
    })
  })
})
