import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createAuth } from '#bff/auth/create-auth.ts'
import { issueToken } from '#bff/auth/issue-token.ts'
import { createSigningKeys } from '#bff/auth/signing-keys.ts'
import { ACCOUNTS, type Caller, STORES, startApp, type TestApp, USERS } from '../_app.ts'

let app: TestApp
let own: Awaited<ReturnType<ReturnType<typeof createSigningKeys>['current']>>
beforeAll(async () => {
  app = await startApp()
  own = await createSigningKeys(app.store, () => 'never-made').current()
})
afterAll(() => app.stop())

const hour = () => Math.floor(Date.now() / 1000) + 3600
const claimsOf = (caller: Caller): JsonObject => ({
  account_id: ACCOUNTS[USERS[caller].account].id,
  owner_id: USERS[caller].id,
  method: 'cb_user_auth',
})

interface Forged {
  readonly claims?: JsonObject
  readonly issuer?: string
  readonly expires?: number
  readonly alg?: string
  readonly kid?: string
  readonly key?: KeyObject | Uint8Array
}

function sign({ claims = claimsOf('superduper'), issuer = 'kazoo', expires, alg = 'RS256', kid, key }: Forged = {}) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg, typ: 'JWT', kid: kid ?? own.id })
    .setIssuer(issuer)
    .setExpirationTime(expires ?? hour())
    .sign(key ?? own.privateKey)
}

const read = (token: string, headers: Record<string, string> = {}) =>
  app.withHeaders({ 'x-auth-token': token, ...headers }).get('/v2/token_auth')

const refused = { status: 401, body: { message: 'invalid_credentials', data: { message: 'invalid credentials' } } }

describe('tokens', () => {
  it("carry KAZOO's claims and header", async () => {
    const [header, claims] = app
      .tokenOf('account-admin')
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: own.id })
    expect(claims).toEqual({
      iss: 'kazoo',
      account_id: ACCOUNTS.acme.id,
      owner_id: USERS['account-admin'].id,
      method: 'cb_user_auth',
      identity_sig: expect.stringMatching(/^[\w-]{43}$/),
      exp: expect.any(Number),
    })
    expect(claims.exp - Date.now() / 1000).toBeGreaterThan(3500)
    expect(claims.exp - Date.now() / 1000).toBeLessThan(3601)
  })

  for (const { note, make } of [
    { note: 'signed with RS256', make: () => sign() },
    { note: 'signed with RS384', make: () => sign({ alg: 'RS384' }) },
    { note: 'signed with RS512', make: () => sign({ alg: 'RS512' }) },
    { note: 'without an identity signature, as old ones are', make: () => sign({ claims: claimsOf('account-user') }) },
  ]) {
    it(`hold when ${note}`, async () => expect((await read(await make())).status).toBe(200))
  }

  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const publicPem = () => own.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const unsigned = () =>
    `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: 'kazoo', exp: hour(), ...claimsOf('superduper') })).toString('base64url')}.`
  const tampered = () => {
    const [header, claims, signature] = app.tokenOf('account-user').split('.')
    const changed = { ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()), account_id: ACCOUNTS.master.id }
    return `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`
  }
  for (const { note, make } of [
    { note: 'text that is no token', make: () => 'x' },
    { note: 'three empty parts', make: () => '..' },
    { note: 'no signature (alg none)', make: unsigned },
    { note: 'changed claims', make: tampered },
    { note: "a stranger's key under our key id", make: () => sign({ key: stranger }) },
    { note: 'an unknown key id', make: () => sign({ kid: 'other' }) },
    {
      note: 'our public key used as an HMAC secret',
      make: () => sign({ alg: 'HS256', key: Buffer.from(publicPem()) }),
    },
    { note: 'PS256, which KAZOO does not accept', make: () => sign({ alg: 'PS256' }) },
    { note: 'another issuer', make: () => sign({ issuer: 'somebody' }) },
    { note: 'no account', make: () => sign({ claims: { owner_id: USERS.superduper.id } }) },
    { note: 'an account that is not there', make: () => sign({ claims: { account_id: '7'.repeat(32) } }) },
    {
      note: 'a user of another account',
      make: () => sign({ claims: { ...claimsOf('superduper'), owner_id: USERS['account-user'].id } }),
    },
    {
      note: 'an identity signature made under another secret',
      make: () => sign({ claims: { ...claimsOf('account-user'), identity_sig: 'A'.repeat(43) } }),
    },
  ]) {
    it(`do not hold with ${note}`, async () => expect(await read(await make())).toMatchObject(refused))
  }

  it('that have expired are told so, as KAZOO does', async () => {
    const reply = await read(await sign({ expires: Math.floor(Date.now() / 1000) - 1 }))
    expect(reply.status).toBe(401)
    expect(reply.body).toMatchObject({ message: 'invalid credentials', data: {} })
  })

  it('expire also when they were seen before', async () => {
    const token = await sign({ expires: Math.floor(Date.now() / 1000) + 60 })
    expect((await read(token)).status).toBe(200)
    app.wait(61)
    expect((await read(token)).status).toBe(401)
    app.wait(-61)
  })

  for (const { note, headers } of [
    { note: 'Authorization: Bearer', headers: (token: string) => ({ authorization: `Bearer ${token}` }) },
    {
      note: 'X-Auth-Token before Authorization',
      headers: (token: string) => ({ 'x-auth-token': token, authorization: 'Bearer x' }),
    },
  ]) {
    it(`come as ${note}`, async () => {
      expect((await app.withHeaders(headers(app.tokenOf('superduper'))).get('/v2/about')).status).toBe(200)
    })
  }

  it('come in the query or beside data', async () => {
    const token = app.tokenOf('superduper')
    expect((await app.anyone.get(`/v2/about?auth_token=${token}`)).status).toBe(200)
    const body = JSON.stringify({ data: {}, auth_token: token })
    const headers = { 'content-type': 'application/json' }
    expect((await app.anyone.send('DELETE', '/v2/token_auth', body, { headers })).status).toBe(200)
  })

  it('X-Auth-Account-ID must be their account', async () => {
    const token = app.tokenOf('account-user')
    expect((await read(token, { 'x-auth-account-id': ACCOUNTS.acme.id })).status).toBe(200)
    expect(await read(token, { 'x-auth-account-id': ACCOUNTS.master.id })).toMatchObject(refused)
  })

  it('the claim "as" narrows them to a descendant, and to nothing else', async () => {
    const as = (account: keyof typeof ACCOUNTS, owner?: Caller): JsonObject => ({
      ...claimsOf('reseller-admin'),
      as: { account_id: ACCOUNTS[account].id, ...(owner === undefined ? {} : { owner_id: USERS[owner].id }) },
    })
    const narrowed = await read(await sign({ claims: as('acme', 'account-user') }))
    expect(narrowed.body.data).toMatchObject({ account_name: 'Acme Corp', owner_id: USERS['account-user'].id })
    expect(await read(await sign({ claims: as('master') }))).toMatchObject(refused)
    expect(await read(await sign({ claims: as('stranger') }))).toMatchObject(refused)
    expect(await read(await sign({ claims: as('acme', 'superduper') }))).toMatchObject(refused)
  })
})

describe('what happens to their holder', () => {
  it('a new signature secret ends them', async () => {
    const { account, id } = USERS['branch-admin']
    const database = app.store.database(accountDatabase(ACCOUNTS[account].id))
    const document = await database.get(id)
    if (document === undefined) throw new Error('not seeded')
    expect((await app.as('branch-admin').get('/v2/about')).status).toBe(200)
    const changed = { ...document, private: { ...document.private, signature_secret: 'another' } }
    const revision = await database.put(changed)
    app.context.auth.users.forget(ACCOUNTS[account].id, id)
    expect((await app.as('branch-admin').get('/v2/about')).status).toBe(401)
    await database.put({ ...document, revision })
    app.context.auth.users.forget(ACCOUNTS[account].id, id)
    expect((await app.as('branch-admin').get('/v2/about')).status).toBe(200)
  })

  it('disabling the user ends them, disabling the account locks them out with the reason', async () => {
    const users = app.store.database(accountDatabase(ACCOUNTS.stranger.id))
    const user = await users.get(USERS['stranger-admin'].id)
    const accounts = app.store.database('accounts')
    const account = await accounts.get(ACCOUNTS.stranger.id)
    if (user === undefined || account === undefined) throw new Error('not seeded')
    const revision = await accounts.put({ ...account, private: { ...account.private, enabled: false } })
    const locked = await app.as('stranger-admin').get('/v2/about')
    expect(locked.status).toBe(400)
    expect(locked.body).toMatchObject({
      message: 'validation error',
      data: { account: { disabled: { cause: ACCOUNTS.stranger.id } } },
    })
    await accounts.put({ ...account, revision })
    await users.put({ ...user, fields: { ...user.fields, enabled: false } })
    app.context.auth.users.forget(ACCOUNTS.stranger.id, USERS['stranger-admin'].id)
    expect((await app.as('stranger-admin').get('/v2/about')).status).toBe(401)
  })

  it('disabling their account locks them out of those below it, too', async () => {
    const accounts = app.store.database('accounts')
    const account = await accounts.get(ACCOUNTS.reseller.id)
    if (account === undefined) throw new Error('not seeded')
    const below = { account_id: ACCOUNTS.acme.id, owner_id: USERS['account-admin'].id }
    const token = await sign({ claims: { ...claimsOf('reseller-admin'), as: below } })
    expect((await read(token)).status).toBe(200)
    const revision = await accounts.put({ ...account, private: { ...account.private, enabled: false } })
    expect(await read(token)).toMatchObject({
      status: 400,
      body: { data: { account: { disabled: { cause: ACCOUNTS.reseller.id } } } },
    })
    await accounts.put({ ...account, revision })
    expect((await read(token)).status).toBe(200)
  })
})

for (const { kind, start } of STORES) {
  describe(`signing keys on the ${kind} store`, () => {
    let fresh: Awaited<ReturnType<typeof start>>
    beforeAll(async () => {
      fresh = await start()
    })
    afterAll(() => fresh.stop())

    it('servers that start at once agree on one', async () => {
      let made = 0
      const servers = Array.from({ length: 4 }, () => createSigningKeys(fresh.store, () => `key-${made++}`))
      const ids = await Promise.all(servers.map(async (keys) => (await keys.current()).id))
      expect(new Set(ids).size).toBe(1)
      const [id = ''] = ids
      expect((await servers[3]?.named(id))?.id).toBe(id)
      expect(await servers[0]?.named('other')).toBeUndefined()
    })
  })
}

describe("KAZOO's identity signature", () => {
  it('is the HMAC of the user under both secrets', async () => {
    const token = app.tokenOf('account-admin')
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const serverSecret = 'known-to-kazoo'
    await app.store.database('system_config').put({
      id: 'auth',
      fields: { default: { secret_for_user_signature: serverSecret } },
      private: { type: 'config' },
    })
    const second = startAuthOn(app)
    const issued = await second.issue()
    const { identity_sig: signature } = JSON.parse(Buffer.from(issued.split('.')[1] ?? '', 'base64url').toString())
    const expected = createHmac('sha256', `invented-secret-of-account-admin${serverSecret}`)
      .update(USERS['account-admin'].id)
      .digest('base64url')
    expect(signature).toBe(expected)
    expect(claims.identity_sig).not.toBe(expected)
  })
})

/** A second server on the same store. */
function startAuthOn({ context }: TestApp) {
  const auth = createAuth({ ...context, passwordCost: 16 })
  return {
    async issue() {
      const account = await context.accounts.get(ACCOUNTS.acme.id)
      const user = await auth.users.get(ACCOUNTS.acme.id, USERS['account-admin'].id)
      if (account === undefined || user === undefined) throw new Error('not seeded')
      return issueToken(auth, { account, user, method: 'cb_user_auth' })
    },
  }
}
