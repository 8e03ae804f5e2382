import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPasswords, credentialOf } from '#bff/auth/passwords.ts'
import { createSecrets } from '#bff/auth/secrets.ts'
import { ACCOUNTS, apiKeyOf, type Caller, passwordOf, STORES, startApp, type TestApp, USERS } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'

const digest = (algorithm: 'md5' | 'sha1', caller: Caller, password = passwordOf(caller)) =>
  createHash(algorithm).update(`${caller}:${password}`).digest('hex')

for (const { kind, start } of STORES) {
  describe(`signing in for a token, on the ${kind} store`, () => {
    let app: TestApp
    let signIns = 0
    beforeAll(async () => {
      app = await startApp({
        start,
        onSignIn: async () => {
          signIns += 1
        },
      })
    })
    afterAll(() => app.stop())

    const acme = {
      owner_id: USERS['account-admin'].id,
      account_id: ACCOUNTS.acme.id,
      account_name: 'Acme Corp',
      language: 'en-US',
      reseller_id: ACCOUNTS.reseller.id,
      is_reseller: false,
      is_master_account: false,
      apps: [],
      capabilities: {},
      ui_config: {},
    }

    it('user_auth answers 201 with the token and what Crossbar says of the account', async () => {
      const credentials = digest('md5', 'account-admin')
      const reply = await app.anyone.put('/v2/user_auth', { credentials, account_name: 'Acme Corp' })
      expect(reply.status).toBe(201)
      expect(reply.masked).toEqual({
        data: acme,
        status: 'success',
        request_id: '{request_id}',
        node: '{node}',
        timestamp: '{timestamp}',
        version: '{version}',
        auth_token: '{auth_token}',
      })
      const token = String(reply.body.auth_token)
      const whoami = await app.withHeaders({ 'x-auth-token': token }).get('/v2/token_auth')
      expect(whoami.status).toBe(200)
      expect(whoami.body.data).toMatchObject({ ...acme, iss: 'kazoo', method: 'cb_user_auth' })
      const same = await app.withHeaders({ 'x-auth-token': token }).get(`/v2/user_auth/${token}`)
      expect(same.body.data).toEqual(acme)
      expect(signIns).toBe(1)
    })

    for (const { note, data } of [
      {
        note: 'md5, by name however it is written',
        data: { credentials: digest('md5', 'account-user'), account_name: 'ACME-corp!' },
      },
      {
        note: 'md5 in upper case',
        data: { credentials: digest('md5', 'account-user').toUpperCase(), account_name: 'Acme Corp' },
      },
      { note: 'sha', data: { credentials: digest('sha1', 'account-user'), method: 'sha', account_name: 'Acme Corp' } },
      {
        note: 'by account_realm',
        data: { credentials: digest('md5', 'account-user'), account_realm: 'ACMEcorp.sip.example.org' },
      },
      { note: 'by realm', data: { credentials: digest('md5', 'account-user'), realm: 'acmecorp.sip.example.org' } },
      {
        note: 'by name where the realm leads nowhere',
        data: {
          credentials: digest('md5', 'account-user'),
          account_realm: 'nowhere.example.org',
          account_name: 'Acme Corp',
        },
      },
    ]) {
      it(`takes ${note}`, async () => {
        const reply = await app.anyone.put('/v2/user_auth', data)
        expect(reply.status).toBe(201)
        expect(reply.body.data).toMatchObject({ owner_id: USERS['account-user'].id })
      })
    }

    for (const { note, data } of [
      {
        note: 'a wrong password',
        data: { credentials: digest('md5', 'account-user', 'wrong'), account_name: 'Acme Corp' },
      },
      {
        note: "another account's name",
        data: { credentials: digest('md5', 'account-user'), account_name: 'Stranger' },
      },
      {
        note: 'an account that is not there',
        data: { credentials: digest('md5', 'account-user'), account_name: 'Nobody' },
      },
      { note: 'a name without letters', data: { credentials: digest('md5', 'account-user'), account_name: '!' } },
      { note: 'no account', data: { credentials: digest('md5', 'account-user') } },
      {
        note: 'md5 called sha',
        data: { credentials: digest('md5', 'account-user'), method: 'sha', account_name: 'Acme Corp' },
      },
    ]) {
      it(`refuses ${note} in the same words`, async () => {
        const reply = await app.anyone.put('/v2/user_auth', data)
        expect(reply.status).toBe(401)
        expect(reply.masked).toEqual({
          data: { message: 'invalid credentials' },
          error: '401',
          message: 'invalid_credentials',
          status: 'error',
          request_id: '{request_id}',
          node: '{node}',
          timestamp: '{timestamp}',
        })
      })
    }

    for (const { note, data, path, keyword } of [
      { note: 'no credentials', data: { account_name: 'Acme Corp' }, path: 'credentials', keyword: 'required' },
      {
        note: 'empty credentials',
        data: { credentials: '', account_name: 'x' },
        path: 'credentials',
        keyword: 'minLength',
      },
      {
        note: 'an unknown method',
        data: { credentials: 'x', method: 'sha512', account_name: 'x' },
        path: 'method',
        keyword: 'enum',
      },
      {
        note: 'a number as the name',
        data: { credentials: 'x', account_name: { a: 1 } },
        path: 'account_name',
        keyword: 'type',
      },
    ]) {
      it(`says what is wrong with ${note}`, async () => {
        const reply = await app.anyone.put('/v2/user_auth', data)
        expect(reply.status).toBe(400)
        expect(reply.body.data).toMatchObject({ [path]: { [keyword]: { message: expect.any(String) } } })
      })
    }

    it('api_auth takes an API key, which acts as an admin of its account without a user', async () => {
      const reply = await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })
      expect(reply.status).toBe(201)
      const { owner_id, ...withoutUser } = acme
      expect(reply.body.data).toEqual(withoutUser)
      const client = app.withHeaders({ 'x-auth-token': String(reply.body.auth_token) })
      expect((await client.get('/v2/token_auth')).body.data).toMatchObject({
        method: 'cb_api_auth',
        identity_sig: expect.any(String),
      })
      expect((await client.get(`/v2/accounts/${ACCOUNTS.acme.id}/storage`)).status).toBe(404)
    })

    it('api_auth answers 404 for an unknown key, 400 for one of another length or with company', async () => {
      const unknown = await app.anyone.put('/v2/api_auth', { api_key: 'f'.repeat(64) })
      expect([unknown.status, unknown.body.message]).toEqual([404, 'bad_identifier'])
      expect((await app.anyone.put('/v2/api_auth', { api_key: 'short' })).status).toBe(400)
      const accompanied = await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme'), more: 1 })
      expect(accompanied.status).toBe(400)
      expect(accompanied.text).not.toContain(apiKeyOf('acme'))
    })

    it('a disabled account is told so, once the password was right', async () => {
      const accounts = app.store.database('accounts')
      const account = await accounts.get(ACCOUNTS.moved.id)
      if (account === undefined) throw new Error('not seeded')
      await accounts.put({ ...account, private: { ...account.private, enabled: false } })
      const right = { credentials: digest('md5', 'moved-admin'), account_name: 'Moved Ltd' }
      const locked = await app.anyone.put('/v2/user_auth', right)
      expect(locked.status).toBe(400)
      expect(locked.body.data).toEqual({
        account: { disabled: { message: 'the account is disabled', cause: ACCOUNTS.moved.id } },
      })
      const wrong = { ...right, credentials: digest('md5', 'moved-admin', 'wrong') }
      expect((await app.anyone.put('/v2/user_auth', wrong)).status).toBe(401)
    })

    it('DELETE of a token answers 200, though only its time or its secret ends it', async () => {
      expect((await app.as('account-admin').delete('/v2/token_auth')).status).toBe(200)
      expect((await app.as('account-admin').get('/v2/token_auth')).status).toBe(200)
    })

    it('nothing of a password is stored or logged', async () => {
      const secrets = [digest('md5', 'account-admin'), digest('sha1', 'account-admin'), passwordOf('account-admin')]
      const contents = await Promise.all((await app.store.databases()).map((name) => app.store.database(name).range()))
      for (const secret of secrets) {
        expect(JSON.stringify(contents)).not.toContain(secret)
        expect(app.log.join('')).not.toContain(secret)
      }
    })
  })
}

describe('signing in as the cluster allows it', () => {
  let app: TestApp
  afterEach(() => app.stop())

  it('a method that the cluster switched off is refused, and its tokens live as long as the cluster says', async () => {
    const start = async () => {
      const made = await startEmbedded()
      await made.store.create('system_config')
      const auth_modules = { cb_api_auth: { enabled: false }, cb_user_auth: { token_auth_expiry_s: 60 } }
      const config = { id: 'crossbar.auth', fields: { default: { auth_modules } }, private: { type: 'config' } }
      await made.store.database('system_config').put(config)
      return made
    }
    app = await startApp({ start })
    expect((await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })).status).toBe(401)
    const credentials = digest('md5', 'account-admin')
    const reply = await app.anyone.put('/v2/user_auth', { credentials, account_name: 'Acme Corp' })
    const client = app.withHeaders({ 'x-auth-token': String(reply.body.auth_token) })
    expect((await client.get('/v2/about')).status).toBe(200)
    app.wait(61)
    expect((await client.get('/v2/about')).status).toBe(401)
  })
})

describe(createPasswords, () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  it('gives every account, user, password and method a credential of its own, on each server the same', async () => {
    const [first, second] = [
      createPasswords(createSecrets(app.store), 16),
      createPasswords(createSecrets(app.store), 16),
    ]
    const ids = await Promise.all(
      [
        ['a', 'ada', 'p1', 'md5'],
        ['b', 'ada', 'p1', 'md5'],
        ['a', 'eve', 'p1', 'md5'],
        ['a', 'ada', 'p2', 'md5'],
        ['a', 'ada', 'p1', 'sha'],
      ].map(([account = '', user = '', password = '', method]) =>
        first.credentialId(account, credentialOf(user, password, method === 'sha' ? 'sha' : 'md5')),
      ),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(await second.credentialId('a', credentialOf('ada', 'p1', 'md5'))).toBe(ids[0])
  })

  it('lets 2 run and 500 wait, and turns the rest away', async () => {
    const passwords = createPasswords(createSecrets(app.store), 2 ** 8)
    await passwords.credentialId('a', credentialOf('warm', 'up', 'md5'))
    const attempts = Array.from({ length: 520 }, (_, index) =>
      passwords.credentialId('a', credentialOf('u', `${index}`, 'md5')),
    )
    const outcomes = await Promise.allSettled(attempts)
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(520 - 502)
    expect(refused[0]).toMatchObject({ reason: { kind: 'too-many' } })
  })

  it('takes those first who failed least', async () => {
    const passwords = createPasswords(createSecrets(app.store), 2 ** 12)
    await passwords.credentialId('a', credentialOf('warm', 'up', 'md5'))
    const done: string[] = []
    const attempt = async (name: string, failures: number) => {
      await passwords.credentialId('a', credentialOf(name, name, 'md5'), failures)
      done.push(name)
    }
    const guesses = Array.from({ length: 40 }, (_, index) => attempt(`guess ${index}`, 3))
    await Promise.all([...guesses, attempt('clean', 0)])
    expect(done.indexOf('clean')).toBeLessThan(20)
  })
})
