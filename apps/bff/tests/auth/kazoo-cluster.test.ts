import { createHash, generateKeyPairSync } from 'node:crypto'
import { kazooViews } from '@strata/sample-cluster'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { ACCOUNTS, passwordOf, startApp, type TestApp, USERS } from '../_app.ts'
import { startCouchServer } from '../_couch-server.ts'
import { putRaw } from '../_kazoo-store.ts'

/** A store as KAZOO leaves it: its views, its users' digests, its signing key. */

const keyId = 'c0ffee'.repeat(5).padEnd(32, '0')
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const digest = (algorithm: 'md5' | 'sha1', text: string) => createHash(algorithm).update(text).digest('hex')
const database = accountDatabase(ACCOUNTS.acme.id)
const kazoos = { id: 'd1'.repeat(16), username: 'ada', password: 'invented by kazoo' }

let app: TestApp
let server: Awaited<ReturnType<typeof startCouchServer>>
let store: Store

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  server = await startCouchServer()
  store = createCouchDbStore(server.url)
  for (const name of [database, 'system_auth', 'system_config']) await store.create(name)
  await putRaw(server.url, database, [
    kazooViews.account,
    {
      _id: kazoos.id,
      username: kazoos.username,
      priv_level: 'admin',
      enabled: true,
      pvt_type: 'user',
      pvt_account_id: ACCOUNTS.acme.id,
      pvt_md5_auth: digest('md5', `${kazoos.username}:${kazoos.password}`),
      pvt_sha1_auth: digest('sha1', `${kazoos.username}:${kazoos.password}`),
    },
  ])
  await putRaw(server.url, 'system_auth', [
    {
      _id: keyId,
      pvt_type: 'system_key',
      _attachments: {
        'private_key.pem': {
          content_type: 'application/x-pem-file',
          data: Buffer.from(privateKey.export({ type: 'pkcs1', format: 'pem' })).toString('base64'),
        },
      },
    },
  ])
  await store.database('system_config').put({
    id: 'auth',
    fields: { default: { system_key: keyId, secret_for_user_signature: 'known to kazoo' } },
    private: { type: 'config' },
  })
  app = await startApp({
    origin: 'kazoo',
    start: async () => ({
      store,
      async stop() {
        await store.close()
        await server.stop()
      },
    }),
  })
})
afterAll(async () => {
  await app.stop()
  vi.useRealTimers()
})

describe("on a KAZOO cluster's store", () => {
  it('users whom KAZOO made sign in with the digests that it stored', async () => {
    for (const [method, algorithm] of [
      ['md5', 'md5'],
      ['sha', 'sha1'],
    ] as const) {
      const credentials = digest(algorithm, `${kazoos.username}:${kazoos.password}`)
      const reply = await app.anyone.put('/v2/user_auth', { credentials, method, account_name: 'acme corp' })
      expect(reply.status).toBe(201)
      expect(reply.body.data).toMatchObject({ owner_id: kazoos.id, account_id: ACCOUNTS.acme.id })
    }
    const { username, password } = kazoos
    const reply = await app.anyone.post('/console/session', { username, password, account_name: 'Acme Corp' })
    expect(reply.status).toBe(200)
    expect(reply.body.data).toMatchObject({ origin: 'kazoo', is_account_admin: true })
  })

  it('a wrong password is refused, and the views are asked in the same way for an account that is not there', async () => {
    const credentials = digest('md5', `${kazoos.username}:wrong`)
    const views = () => server.requests.filter((line) => line.includes('/_view/creds_by_md5')).length
    const before = views()
    expect((await app.anyone.put('/v2/user_auth', { credentials, account_name: 'Acme Corp' })).status).toBe(401)
    expect((await app.anyone.put('/v2/user_auth', { credentials, account_name: 'Nobody' })).status).toBe(401)
    expect(views() - before).toBe(2)
  })

  it('no account database is scanned to sign in', async () => {
    const path = `/${encodeURIComponent(database)}/`
    const before = server.requests.length
    const credentials = digest('md5', `${kazoos.username}:${kazoos.password}`)
    await app.anyone.put('/v2/user_auth', { credentials, account_name: 'Acme Corp' })
    const asked = server.requests.slice(before).filter((line) => line.includes(path))
    expect(asked.some((line) => line.includes('_all_docs') || line.includes('_changes'))).toBe(false)
  })

  it("tokens are signed with KAZOO's key, and those that KAZOO signed with it hold", async () => {
    const [header = ''] = app.tokenOf('superduper').split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ kid: keyId })
    const issued = await new SignJWT({ account_id: ACCOUNTS.acme.id, owner_id: kazoos.id, method: 'cb_user_auth' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
      .setIssuer('kazoo')
      .setExpirationTime('1h')
      .sign(privateKey)
    expect((await app.withHeaders({ 'x-auth-token': issued }).get('/v2/token_auth')).status).toBe(200)
    const session = await app.anyone.post('/console/session', { token: issued })
    expect(session.status).toBe(200)
    expect(session.body.data).toMatchObject({ username: kazoos.username, origin: 'kazoo' })
    expect(await app.store.database('strata').get('signing_key')).toBeUndefined()
  })

  it('a second factor that an account asks for in its own database is asked for here', async () => {
    const fields = { auth_modules: { cb_user_auth: { multi_factor: { enabled: true, account_id: ACCOUNTS.acme.id } } } }
    const own = store.database(database)
    const revision = await own.put({ id: 'configs_crossbar.auth', fields, private: { type: 'account_config' } })
    vi.advanceTimersByTime(11_000)
    const answer = (password: string) =>
      app.anyone.put('/v2/user_auth', {
        credentials: digest('md5', `${kazoos.username}:${password}`),
        account_name: 'Acme Corp',
      })
    const right = await answer(kazoos.password)
    const wrong = await answer('wrong')
    await own.remove('configs_crossbar.auth', revision)
    vi.advanceTimersByTime(11_000)
    const afterwards = await answer(kazoos.password)
    expect([right.status, wrong.status, afterwards.status]).toEqual([401, 401, 201])
    expect(right.body.data).toMatchObject({ multi_factor_request: { settings: {} } })
    expect(wrong.body.data).toEqual({ message: 'invalid credentials' })
  })

  it('an account without that view is not looked through', async () => {
    const reply = await app.as('superduper').get(`/v2/accounts/${ACCOUNTS.branch.id}/users`)
    expect(reply.status).toBe(500)
    expect(reply.body).toMatchObject({
      message: 'datastore_missing_view',
      data: { message: 'unknown failure', cause: 'users/crossbar_listing' },
    })
  })

  it("the account's users are listed by KAZOO's own view", async () => {
    const reply = await app.as('superduper').get(`/v2/accounts/${ACCOUNTS.acme.id}/users?ascending=true`)
    expect(reply.body).toMatchObject({
      data: [
        { username: 'account-admin', features: [] },
        { username: 'account-user', features: [] },
        { id: kazoos.id, username: 'ada', features: [] },
      ],
      page_size: 3,
    })
  })

  it('digests and other private members are never shown', async () => {
    const reply = await app.as('superduper').get(`/v2/accounts/${ACCOUNTS.acme.id}/users/${kazoos.id}`)
    expect(reply.status).toBe(200)
    expect(reply.body.data).toEqual({ id: kazoos.id, username: 'ada', priv_level: 'admin', enabled: true })
  })

  const acme = `/v2/accounts/${ACCOUNTS.acme.id}`
  const user = `${acme}/users/${USERS['account-user'].id}`
  for (const { method, path, data } of [
    { method: 'put', path: acme, data: { name: 'Below Acme' } },
    { method: 'put', path: '/v2/accounts', data: { name: 'Below Master' } },
    { method: 'post', path: acme, data: { name: 'Acme' } },
    { method: 'patch', path: acme, data: { name: 'Acme' } },
    { method: 'delete', path: `/v2/accounts/${ACCOUNTS.branch.id}`, data: {} },
    { method: 'put', path: `${acme}/users`, data: { username: 'eve' } },
    { method: 'post', path: user, data: { username: 'account-user' } },
    { method: 'patch', path: user, data: { password: passwordOf('account-user') } },
    { method: 'delete', path: user, data: {} },
  ] as const) {
    it(`${method} ${path.replace(/[0-9a-f]{32}/g, '…')} is KAZOO's to do`, async () => {
      const reply = await app.as('superduper')[method](path, data)
      expect(reply.status).toBe(403)
      expect(reply.body.data).toEqual({
        message: 'forbidden',
        cause: "The accounts and users of this store are a KAZOO cluster's: create, change and remove them in KAZOO.",
      })
    })
  }
})
