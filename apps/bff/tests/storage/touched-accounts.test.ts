import type { TouchedAccounts } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { ACCOUNTS, type Client, type Reply, STORES, startApp, type TestApp } from '../_app.ts'
import { browserOf } from './_documents.ts'

const planOf = (id: string) => `/console/accounts/${id}/storage_plan`
const systemPlans = '/v2/storage/plans'
const resellerPlans = `/v2/accounts/${ACCOUNTS.reseller.id}/storage/plans`
const named = (...keys: (keyof typeof ACCOUNTS)[]) =>
  keys.map((key) => ({ id: ACCOUNTS[key].id, name: ACCOUNTS[key].name }))

async function makePlan(client: Client, path: string): Promise<string> {
  const { body } = await client.put(path, { name: 'Gold' })
  const { id } = body.data as { id: string }
  return id
}

function touchedIn({ body }: Reply): TouchedAccounts {
  return body.data as unknown as TouchedAccounts
}

describe.each(STORES)('the accounts that a change touches, on $kind', ({ start }) => {
  let app: TestApp
  let root: Client
  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    root = app.as('superduper')
    await root.put('/v2/storage', {})
  })
  afterAll(() => app.stop())

  it('are by a plan of the system those that follow it, by name', async () => {
    const gold = await makePlan(root, systemPlans)
    for (const key of ['stranger', 'acme'] as const) await root.put(planOf(ACCOUNTS[key].id), { plan_id: gold })
    const ask = () => root.get(`/console/storage/plans/${gold}/accounts`)
    expect(touchedIn(await ask())).toEqual({ accounts: named('acme', 'stranger'), count: 2 })
    await root.put(planOf(ACCOUNTS.acme.id), { plan_id: null })
    expect(touchedIn(await ask())).toEqual({ accounts: named('stranger'), count: 1 })
  })

  it('are counted where a plan is named and not in effect, and where it is in effect alone', async () => {
    const half = await makePlan(root, systemPlans)
    await root.put(planOf(ACCOUNTS.branch.id), { plan_id: half })
    await root.delete(`/v2/accounts/${ACCOUNTS.branch.id}/storage`)
    const database = app.store.database('system_data')
    await database.put({
      id: ACCOUNTS.moved.id,
      fields: {},
      private: { type: 'storage', account_id: ACCOUNTS.moved.id, plan_id: half },
    })
    const touched = touchedIn(await root.get(`/console/storage/plans/${half}/accounts`))
    expect(touched).toEqual({ accounts: named('branch', 'moved'), count: 2 })
  })

  it('are by a plan of a reseller told the reseller, without the names of customers that are no longer its own', async () => {
    const own = await makePlan(root, resellerPlans)
    for (const key of ['acme', 'branch'] as const) await root.put(planOf(ACCOUNTS[key].id), { plan_id: own })
    await root.put(planOf(ACCOUNTS.moved.id), { plan_id: own })
    const accounts = app.store.database('accounts')
    const moved = await accounts.get(ACCOUNTS.moved.id)
    if (moved === undefined) throw new Error('not seeded')
    const revision = await accounts.put({
      ...moved,
      private: { ...moved.private, reseller_id: ACCOUNTS.stranger.id },
    })
    const path = `/console/accounts/${ACCOUNTS.reseller.id}/storage/plans/${own}/accounts`
    expect(touchedIn(await app.as('reseller-admin').get(path))).toEqual({ accounts: named('branch', 'acme'), count: 3 })
    expect(touchedIn(await root.get(path))).toEqual({ accounts: named('branch', 'acme', 'moved'), count: 3 })
    await accounts.put({ ...moved, revision })
  })

  it("are by the system's document all accounts", async () => {
    const touched = touchedIn(await root.get('/console/storage/accounts'))
    expect(touched.count).toBe(Object.keys(ACCOUNTS).length)
    expect(touched.accounts.map(({ name }) => name)).toEqual(
      Object.values(ACCOUNTS)
        .map(({ name }) => name)
        .sort(),
    )
  })

  it("a plan that is not there, or somebody else's, is 404", async () => {
    const ofSystem = await makePlan(root, systemPlans)
    for (const path of [
      `/console/storage/plans/${'ab'.repeat(16)}/accounts`,
      `/console/accounts/${ACCOUNTS.reseller.id}/storage/plans/${ofSystem}/accounts`,
    ]) {
      expect((await root.get(path)).status, path).toBe(404)
    }
  })

  describe('keep from removal by the console', () => {
    const consoleOf = (path: string) => path.replace('/v2/', '/console/')
    for (const { note, path, client } of [
      { note: 'a plan of the system', path: systemPlans, client: () => root },
      { note: 'a plan of a reseller, for the reseller', path: resellerPlans, client: () => app.as('reseller-admin') },
      {
        note: 'a plan of a reseller, in a browser',
        path: resellerPlans,
        client: () => browserOf(app, 'reseller-admin'),
      },
    ]) {
      it(`${note} that accounts follow, unless it is forced`, async () => {
        const plan = await makePlan(root, path)
        await root.put(planOf(ACCOUNTS.acme.id), { plan_id: plan })
        const caller = await client()
        const refused = await caller.delete(`${consoleOf(path)}/${plan}`)
        expect(refused.status).toBe(409)
        expect(refused.body.message).toBe('datastore_conflict')
        expect(refused.body.data).toEqual({
          message: 'the plan is in use',
          cause: expect.stringContaining('1 account'),
          accounts: named('acme'),
          count: 1,
        })
        expect((await root.get(`${path}/${plan}`)).status).toBe(200)
        expect((await caller.delete(`${consoleOf(path)}/${plan}?force=true`)).status).toBe(200)
        expect((await root.get(`${path}/${plan}`)).status).toBe(404)
      })
    }

    it('not a plan that nobody follows any more', async () => {
      const plan = await makePlan(root, systemPlans)
      await root.put(planOf(ACCOUNTS.acme.id), { plan_id: plan })
      await root.put(planOf(ACCOUNTS.acme.id), { plan_id: null })
      const removed = await root.delete(`${consoleOf(systemPlans)}/${plan}`)
      expect(removed.status).toBe(200)
      expect(removed.body.data).toEqual({ name: 'Gold', id: plan, _read_only: { deleted: true } })
    })

    it("the system's document, unless it is forced; a stale revision is told first", async () => {
      const refused = await root.delete('/console/storage')
      expect(refused.status).toBe(409)
      expect(refused.body.data).toMatchObject({
        message: 'the document is in use',
        count: Object.keys(ACCOUNTS).length,
      })
      const stale = { headers: { 'if-match': '"1-00000000000000000000000000000000"' } }
      expect((await root.delete('/console/storage', undefined, stale)).status).toBe(412)
      expect((await root.delete('/console/storage?force=true')).status).toBe(200)
    })
  })

  describe('keep nothing from removal by KAZOO’s own routes', () => {
    it('a plan goes, and is missed by those who follow it', async () => {
      for (const [client, path] of [
        [root, systemPlans],
        [app.as('reseller-admin'), resellerPlans],
      ] as const) {
        const plan = await makePlan(root, path)
        await root.put(planOf(ACCOUNTS.acme.id), { plan_id: plan })
        expect((await client.delete(`${path}/${plan}`)).status).toBe(200)
        expect((await root.get(planOf(ACCOUNTS.acme.id))).body.data).toMatchObject({ state: 'unknown-plan' })
      }
    })

    it("the system's document goes", async () => {
      await root.put('/v2/storage', {})
      expect((await root.delete('/v2/storage')).status).toBe(200)
    })
  })
})

it('a hundred accounts are named at most, and all are counted', async () => {
  const app = await startApp({ savesUntested: true })
  const root = app.as('superduper')
  const plan = await makePlan(root, systemPlans)
  const ids = Array.from({ length: 120 }, (_, n) => `${n}`.padStart(32, '0'))
  const account = (id: string, n: number) => ({
    id,
    fields: { name: `Customer ${String(n).padStart(3, '0')}` } satisfies JsonObject,
    private: { type: 'account', account_id: id, account_db: accountDatabase(id), tree: [], plan_id: plan },
  })
  await app.store.database('accounts').bulk(ids.map(account))
  const { accounts, count } = touchedIn(await root.get(`/console/storage/plans/${plan}/accounts`))
  expect(count).toBe(120)
  expect(accounts.map(({ name }) => name)).toEqual(ids.slice(0, 100).map((id, n) => account(id, n).fields.name))
  const refused = await root.delete(`/console/storage/plans/${plan}`)
  expect(refused.body.data).toMatchObject({ count: 120, accounts: expect.arrayContaining(accounts.slice(0, 100)) })
  await app.stop()
})
