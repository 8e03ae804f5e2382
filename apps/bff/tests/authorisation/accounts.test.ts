import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type AccountKey, apiKeyOf, type Caller, startApp, type TestApp } from '../_app.ts'

const path = (key: AccountKey) => `/v2/accounts/${ACCOUNTS[key].id}`

describe('who may remove an account', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  it('not its own admin, by no way', async () => {
    const admin = app.as('branch-admin')
    const { body } = await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('branch') })
    const ways = [
      () => admin.delete(path('branch')),
      () => admin.delete('/v2/account'),
      () => admin.post(`${path('branch')}?verb=delete`),
      () => app.withHeaders({ 'x-auth-token': String(body.auth_token) }).delete(path('branch')),
    ]
    for (const way of ways) {
      const reply = await way()
      expect(reply.status).toBe(403)
      expect(reply.body.data).toMatchObject({ cause: expect.stringContaining('account above it') })
    }
    expect((await admin.get(path('branch'))).status).toBe(200)
  })

  it('not somebody else, nor a plain user above it', async () => {
    for (const caller of ['stranger-admin', 'moved-admin', 'account-user', 'reseller-user'] as const) {
      expect((await app.as(caller).delete(path('branch'))).status).toBe(403)
    }
  })

  it('an admin above it', async () => {
    expect((await app.as('account-admin').delete(path('branch'))).status).toBe(200)
    expect((await app.as('superduper').delete(path('stranger'))).status).toBe(200)
  })
})

describe('who may see the accounts beside one', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  const sees = async (caller: Caller, key: AccountKey) => (await app.as(caller).get(`${path(key)}/siblings`)).status

  it('superduper admins and those above it, not the account itself', async () => {
    expect(await sees('superduper', 'acme')).toBe(200)
    expect(await sees('reseller-admin', 'acme')).toBe(200)
    expect(await sees('account-admin', 'acme')).toBe(403)
    expect(await sees('account-user', 'acme')).toBe(403)
    expect(await sees('stranger-admin', 'acme')).toBe(403)
  })

  it('superduper admins alone where the system says so', async () => {
    const fields = { default: { allow_sibling_listing: false } }
    await app.store.database('system_config').put({ id: 'crossbar.accounts', fields, private: { type: 'config' } })
    expect(await sees('superduper', 'acme')).toBe(200)
    expect(await sees('reseller-admin', 'acme')).toBe(403)
  })
})
