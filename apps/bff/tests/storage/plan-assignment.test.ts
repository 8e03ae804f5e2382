import type { StoragePlanAssignment } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { type AccountKey, type Caller, USERS } from '../_accounts.ts'
import { ACCOUNTS, type Client, type Reply, STORES, startApp, type TestApp } from '../_app.ts'
import { acme, acmeStorage, couchdb, couchId, couchPassword, s3, s3Document, s3Id, voicemailTo } from './_documents.ts'
import { createFailingStore } from './_failing-store.ts'

const planOf = (key: AccountKey) => `/console/accounts/${ACCOUNTS[key].id}/storage_plan`
const systemPlans = '/v2/storage/plans'
const userId = USERS['account-user'].id
const userStorage = `/v2/accounts/${acme}/users/${userId}/storage`
const plansOf = (key: AccountKey) => `/v2/accounts/${ACCOUNTS[key].id}/storage/plans`

async function makePlan(client: Client, path: string, name: string): Promise<string> {
  const { body } = await client.put(path, { name })
  const { id } = body.data as { id: string }
  return id
}

function assignmentIn({ body }: Reply): StoragePlanAssignment {
  return body.data as unknown as StoragePlanAssignment
}

/** What the account's own document, the one among all accounts and the storage document name. */
async function copiesOf(app: TestApp, id: string): Promise<(JsonValue | undefined)[]> {
  const databases = [accountDatabase(id), 'accounts', 'system_data']
  const documents = await Promise.all(databases.map((name) => app.store.database(name).get(id)))
  return documents.map((document) => document?.private.plan_id)
}

async function clear(app: TestApp, key: AccountKey): Promise<void> {
  await app.as('superduper').delete(userStorage)
  await app.as('superduper').put(planOf(key), { plan_id: null })
  await app.as('superduper').delete(`/v2/accounts/${ACCOUNTS[key].id}/storage`)
}

describe.each(STORES)('the plan of an account on $kind', ({ start }) => {
  let app: TestApp
  let root: Client
  let gold: string
  let silver: string
  let ofReseller: string
  let ofStranger: string

  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    root = app.as('superduper')
    silver = await makePlan(root, systemPlans, 'Silver')
    gold = await makePlan(root, systemPlans, 'Gold')
    ofReseller = await makePlan(root, plansOf('reseller'), 'Own archive')
    ofStranger = await makePlan(root, plansOf('stranger'), "A stranger's")
  })
  afterAll(() => app.stop())
  beforeEach(() => clear(app, 'acme'))

  it('is none at first; what may be chosen is named, plans of the system first', async () => {
    expect(assignmentIn(await app.as('reseller-admin').get(planOf('acme')))).toEqual({
      plan_id: null,
      followed_plan_id: null,
      plan_name: null,
      state: 'none',
      may_assign: true,
      offered: [
        { id: gold, name: 'Gold', owner: 'system' },
        { id: silver, name: 'Silver', owner: 'system' },
        { id: ofReseller, name: 'Own archive', owner: 'reseller', account_id: ACCOUNTS.reseller.id },
      ],
    })
  })

  it('is written into all three documents; the storage document is made where there is none', async () => {
    const reply = await app.as('reseller-admin').put(planOf('acme'), { plan_id: gold })
    expect(reply.status).toBe(200)
    const expected = { plan_id: gold, followed_plan_id: gold, plan_name: 'Gold', state: 'complete', may_assign: true }
    expect(assignmentIn(reply)).toMatchObject(expected)
    expect(assignmentIn(await root.get(planOf('acme')))).toMatchObject(expected)
    expect(await copiesOf(app, acme)).toEqual([gold, gold, gold])
    const storage = await app.store.database('system_data').get(acme)
    expect(storage?.fields).toEqual({})
    expect(storage?.private).toMatchObject({
      type: 'storage',
      account_id: acme,
      account_db: 'system_data',
      auth_account_id: ACCOUNTS.reseller.id,
    })
  })

  it('leaves everything else of the three as it was', async () => {
    await root.put(acmeStorage, s3Document)
    const before = await app.store.database('accounts').get(acme)
    await root.put(planOf('acme'), { plan_id: gold })
    const after = await app.store.database('accounts').get(acme)
    expect(after?.fields).toEqual(before?.fields)
    for (const key of ['tree', 'reseller_id', 'api_key', 'signature_secret', 'created', 'enabled']) {
      expect(after?.private[key], key).toEqual(before?.private[key])
    }
    expect((await root.get(acmeStorage)).body.data).toEqual({ ...s3Document, id: acme })
  })

  it('can be one of the reseller, and another later', async () => {
    expect(assignmentIn(await root.put(planOf('acme'), { plan_id: ofReseller })).plan_name).toBe('Own archive')
    expect(assignmentIn(await root.put(planOf('acme'), { plan_id: silver })).plan_name).toBe('Silver')
    expect(await copiesOf(app, acme)).toEqual([silver, silver, silver])
  })

  it('is cleared from all three', async () => {
    await root.put(acmeStorage, s3Document)
    await root.put(planOf('acme'), { plan_id: gold })
    expect(assignmentIn(await root.put(planOf('acme'), { plan_id: null }))).toMatchObject({
      plan_id: null,
      state: 'none',
    })
    expect(await copiesOf(app, acme)).toEqual([undefined, undefined, undefined])
    expect((await root.get(acmeStorage)).body.data).toEqual({ ...s3Document, id: acme })
  })

  it('that is cleared where there never was one makes no document', async () => {
    await root.put(planOf('acme'), { plan_id: null })
    expect(await app.store.database('system_data').get(acme)).toBeUndefined()
  })

  for (const { note, body, keyword } of [
    { note: 'one that does not exist', body: { plan_id: 'ab'.repeat(16) }, keyword: 'invalid' },
    { note: "a storage document's id", body: { plan_id: 'system' }, keyword: 'invalid' },
    { note: 'an empty one', body: { plan_id: '' }, keyword: 'type' },
    { note: 'another type', body: { plan_id: 7 }, keyword: 'type' },
    { note: 'none at all', body: {}, keyword: 'required' },
  ] satisfies { note: string; body: JsonObject; keyword: string }[]) {
    it(`${note} is refused at plan_id, with words`, async () => {
      const reply = await root.put(planOf('acme'), body)
      expect(reply.status).toBe(400)
      expect(reply.body.data).toEqual({
        plan_id: { [keyword]: expect.objectContaining({ message: expect.any(String) }) },
      })
      expect(await copiesOf(app, acme)).toEqual([undefined, undefined, undefined])
    })
  }

  it("another reseller's plan is refused, even for superduper admins", async () => {
    const reply = await root.put(planOf('acme'), { plan_id: ofStranger })
    expect(reply.status).toBe(400)
    expect(Object.keys(reply.body.data as JsonObject)).toEqual(['plan_id'])
  })

  for (const { caller, key, status } of [
    { caller: 'superduper', key: 'acme', status: 200 },
    { caller: 'superduper', key: 'reseller', status: 200 },
    { caller: 'reseller-admin', key: 'acme', status: 200 },
    { caller: 'reseller-admin', key: 'branch', status: 200 },
    { caller: 'reseller-admin', key: 'moved', status: 200 },
    { caller: 'reseller-admin', key: 'reseller', status: 403 },
    { caller: 'reseller-admin', key: 'stranger', status: 403 },
    { caller: 'account-admin', key: 'acme', status: 403 },
    { caller: 'account-user', key: 'acme', status: 403 },
    { caller: 'account-admin', key: 'branch', status: 403 },
    { caller: 'branch-admin', key: 'acme', status: 403 },
    { caller: 'stranger-admin', key: 'acme', status: 403 },
  ] satisfies { caller: Caller; key: AccountKey; status: number }[]) {
    it(`${caller} ${status === 200 ? 'may' : 'may not'} give ${key} a plan`, async () => {
      const reply = await app.as(caller).put(planOf(key), { plan_id: gold })
      expect(reply.status).toBe(status)
      expect(await copiesOf(app, ACCOUNTS[key].id)).toEqual(Array(3).fill(status === 200 ? gold : undefined))
      await clear(app, key)
    })
  }

  it('is told to whoever may read the storage, with nothing offered to those who may not choose', async () => {
    await root.put(planOf('acme'), { plan_id: gold })
    expect(assignmentIn(await app.as('account-admin').get(planOf('acme')))).toMatchObject({
      plan_id: gold,
      plan_name: 'Gold',
      may_assign: false,
      offered: [],
    })
    expect((await app.as('account-user').get(planOf('acme'))).status).toBe(403)
    expect((await root.get(`/console/accounts/${'9'.repeat(32)}/storage_plan`)).status).toBe(404)
  })

  describe('is not lost', () => {
    beforeEach(async () => {
      await root.put(planOf('acme'), { plan_id: gold })
    })

    it('when the storage document is replaced or patched', async () => {
      expect((await root.post(acmeStorage, s3Document)).status).toBe(200)
      expect((await root.patch(acmeStorage, { note: 1 })).status).toBe(200)
      expect(await copiesOf(app, acme)).toEqual([gold, gold, gold])
    })

    it('when the storage document is removed, which takes it out of effect, and made again', async () => {
      await root.delete(acmeStorage)
      expect(assignmentIn(await root.get(planOf('acme')))).toMatchObject({
        plan_id: gold,
        followed_plan_id: null,
        state: 'half-done',
      })
      await root.put(acmeStorage, s3Document)
      expect(await copiesOf(app, acme)).toEqual([gold, gold, gold])
      expect(assignmentIn(await root.get(planOf('acme'))).state).toBe('complete')
    })

    it("when the document of one of the account's users is made, which names none", async () => {
      const user = USERS['account-user'].id
      expect((await root.put(`/v2/accounts/${acme}/users/${user}/storage`, {})).status).toBe(201)
      expect((await app.store.database('system_data').get(user))?.private).not.toHaveProperty('plan_id')
    })
  })

  it('a client cannot name one itself', async () => {
    await root.put(acmeStorage, { ...s3Document, pvt_plan_id: gold, plan_id: gold })
    expect(await copiesOf(app, acme)).toEqual([undefined, undefined, undefined])
  })

  it('counts in the route as nodes read it: through the storage document', async () => {
    const withBackEnd = await root.put(systemPlans, {
      name: 'S3',
      attachments: { [s3Id]: s3() },
      plan: voicemailTo(s3Id),
    })
    const { id } = withBackEnd.body.data as { id: string }
    const route = `/console/accounts/${acme}/storage/route?class=modb&type=mailbox_message`
    const backEnd = async () => ((await root.get(route)).body.data as JsonObject).back_end
    await root.put(planOf('acme'), { plan_id: id })
    expect(await backEnd()).toMatchObject({ id: { value: s3Id, by: { layer: 'plan' } } })
    await root.delete(acmeStorage)
    expect(await backEnd()).toBeNull()
  })

  it("is not taken away or changed while the account's own document names what it defines", async () => {
    const { body } = await root.put(systemPlans, { name: 'S3', attachments: { [s3Id]: s3() } })
    const { id } = body.data as { id: string }
    await root.put(planOf('acme'), { plan_id: id })
    await root.post(acmeStorage, { plan: voicemailTo(s3Id) })
    for (const planId of [null, gold]) {
      const reply = await root.put(planOf('acme'), { plan_id: planId })
      expect(reply.status).toBe(400)
      expect(reply.body.data).toEqual({
        plan_id: {
          invalid: {
            message: expect.stringContaining('plan.modb.types.mailbox_message.attachments.handler'),
            value: planId,
          },
        },
      })
    }
    expect(await copiesOf(app, acme)).toEqual([id, id, id])
    await root.post(acmeStorage, {})
    expect((await root.put(planOf('acme'), { plan_id: null })).status).toBe(200)
  })

  it("is not taken away while a user's document names what it defines", async () => {
    const { body } = await root.put(systemPlans, { name: 'S3', attachments: { [s3Id]: s3() } })
    const { id } = body.data as { id: string }
    await root.put(planOf('acme'), { plan_id: id })
    await root.put(userStorage, { plan: voicemailTo(s3Id) })
    const reply = await root.put(planOf('acme'), { plan_id: null })
    expect(reply.status).toBe(400)
    expect(reply.text).toContain(`plan.modb.types.mailbox_message.attachments.handler of user ${userId}`)
    expect(await copiesOf(app, acme)).toEqual([id, id, id])
    await root.delete(userStorage)
  })

  describe('with credentials', () => {
    const planted = {
      connections: { [couchId]: { driver: 'kazoo_couch', settings: { ip: '198.51.100.7', port: 5984 } } },
    }
    let lender: string
    beforeAll(async () => {
      const { body } = await root.put(systemPlans, { name: 'Lender', connections: { [couchId]: couchdb() } })
      lender = (body.data as { id: string }).id
    })

    for (const { note, caller, path } of [
      { note: "the account's own document, and its reseller gives it", caller: 'reseller-admin', path: acmeStorage },
      { note: "the account's own document, and the operator gives it", caller: 'superduper', path: acmeStorage },
      { note: "a user's document", caller: 'reseller-admin', path: userStorage },
    ] satisfies { note: string; caller: Caller; path: string }[]) {
      it(`is not given where they would go elsewhere by an entry that is there before it: ${note}`, async () => {
        expect((await app.as('reseller-admin').put(path, planted)).status).toBe(201)
        const reply = await app.as(caller).put(planOf('acme'), { plan_id: lender })
        expect(reply.status).toBe(400)
        expect(reply.text).toContain(`connections.${couchId}`)
        expect(reply.text).not.toContain(couchPassword)
        expect(await copiesOf(app, acme)).toEqual([undefined, undefined, undefined])
        await root.delete(path)
        expect((await app.as(caller).put(planOf('acme'), { plan_id: lender })).status).toBe(200)
      })
    }

    it("lends none to a user while the account's document, which brings it into effect, is away", async () => {
      await root.put(planOf('acme'), { plan_id: lender })
      const admin = app.as('account-admin')
      expect((await admin.delete(acmeStorage)).status).toBe(200)
      const reply = await admin.put(userStorage, planted)
      expect(Object.keys(reply.body.data as JsonObject)).toEqual([`connections.${couchId}`])
      expect((await admin.put(acmeStorage, planted)).status).toBe(400)
    })
  })

  it('that is gone is called unknown', async () => {
    const brief = await makePlan(root, systemPlans, 'Brief')
    await root.put(planOf('acme'), { plan_id: brief })
    await root.delete(`${systemPlans}/${brief}`)
    expect(assignmentIn(await root.get(planOf('acme')))).toMatchObject({
      plan_id: brief,
      plan_name: null,
      state: 'unknown-plan',
    })
  })

  it('two that are given at once leave one of them in all three', async () => {
    const replies = await Promise.all([gold, silver].map((id) => root.put(planOf('acme'), { plan_id: id })))
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    const copies = await copiesOf(app, acme)
    expect([gold, silver]).toContain(copies[0])
    expect(copies).toEqual(Array(3).fill(copies[0]))
  })
})

describe('giving a plan while the store fails', () => {
  const failing = createFailingStore()
  let app: TestApp
  let root: Client
  let gold: string
  let silver: string

  beforeAll(async () => {
    app = await startApp({ start: failing.start, savesUntested: true })
    root = app.as('superduper')
    gold = await makePlan(root, systemPlans, 'Gold')
    silver = await makePlan(root, systemPlans, 'Silver')
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    failing.mend()
    failing.onWrite = undefined
    await clear(app, 'acme')
  })

  for (const { writes, state, meant } of [
    { writes: 0, state: 'complete', meant: 'before' },
    { writes: 1, state: 'half-done', meant: 'after' },
    { writes: 2, state: 'half-done', meant: 'after' },
  ] as const) {
    for (const { note, from, to } of [
      { note: 'a first plan', from: undefined, to: () => gold },
      { note: 'another plan', from: () => silver, to: () => gold },
      { note: 'no plan any more', from: () => silver, to: () => null },
    ] as const) {
      it(`${note}: after ${writes} of three writes it says so, nodes go on as before, and a repeat completes it`, async () => {
        const [before, after] = [from?.() ?? null, to()]
        if (before !== null) await root.put(planOf('acme'), { plan_id: before })
        failing.breakAfter(writes)
        expect((await root.put(planOf('acme'), { plan_id: after })).status).toBe(503)
        expect(assignmentIn(await root.get(planOf('acme')))).toMatchObject({
          plan_id: meant === 'before' ? before : after,
          followed_plan_id: before,
          state: state === 'complete' && before === null ? 'none' : state,
        })
        failing.mend()
        const repeated = await root.put(planOf('acme'), { plan_id: after })
        expect(assignmentIn(repeated)).toMatchObject({
          plan_id: after,
          followed_plan_id: after,
          state: after === null ? 'none' : 'complete',
        })
        expect(await copiesOf(app, acme)).toEqual(Array(3).fill(after ?? undefined))
      })
    }
  }

  it('a document that another writer changed in between is read anew, and what it wrote stays', async () => {
    let isFirst = true
    failing.onWrite = async (database) => {
      if (database !== 'accounts' || !isFirst) return
      isFirst = false
      const accounts = app.store.database('accounts')
      const account = await accounts.get(acme)
      if (account !== undefined) await accounts.put({ ...account, fields: { ...account.fields, language: 'de-DE' } })
    }
    expect((await root.put(planOf('acme'), { plan_id: gold })).status).toBe(200)
    expect((await app.store.database('accounts').get(acme))?.fields.language).toBe('de-DE')
    expect(await copiesOf(app, acme)).toEqual([gold, gold, gold])
  })

  it('another plan that comes in between, on another server, is what all three name in the end', async () => {
    let isFirst = true
    failing.onWrite = async (database) => {
      if (database !== 'system_data' || !isFirst) return
      isFirst = false
      const own = app.store.database(accountDatabase(acme))
      const account = await own.get(acme)
      if (account !== undefined) await own.put({ ...account, private: { ...account.private, plan_id: silver } })
    }
    expect(assignmentIn(await root.put(planOf('acme'), { plan_id: gold }))).toMatchObject({
      plan_id: silver,
      state: 'complete',
    })
    expect(await copiesOf(app, acme)).toEqual([silver, silver, silver])
  })
})

it('nothing is given on a store that is only read', async () => {
  const app = await startApp({ origin: 'kazoo', readOnly: true })
  const reply = await app.as('superduper').put(planOf('acme'), { plan_id: null })
  expect(reply.status).toBe(403)
  expect((await app.as('superduper').get(planOf('acme'))).status).toBe(200)
  await app.stop()
})

it("on a cluster's own store that may be written the plan alone is added to the account", async () => {
  const app = await startApp({ origin: 'kazoo', readOnly: false })
  const root = app.as('superduper')
  const gold = await makePlan(root, systemPlans, 'Gold')
  expect((await root.put(planOf('acme'), { plan_id: gold })).status).toBe(200)
  expect(await copiesOf(app, acme)).toEqual([gold, gold, gold])
  await app.stop()
})
