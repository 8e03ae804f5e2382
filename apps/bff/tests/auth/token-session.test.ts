import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { issueToken } from '#bff/auth/issue-token.ts'
import { createSigningKeys } from '#bff/auth/signing-keys.ts'
import {
  ACCOUNTS,
  apiKeyOf,
  type Caller,
  passwordOf,
  type Reply,
  STORES,
  startApp,
  type TestApp,
  USERS,
} from '../_app.ts'

const hour = 3600
const sessionOf = (reply: Reply) => reply.headers.get('set-cookie')?.split(';')[0] ?? ''
const claimsIn = (token: string): JsonObject =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

for (const { kind, start } of STORES) {
  describe(`a session that begins with a token, on the ${kind} store`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start })
    })
    afterAll(() => app.stop())

    const bring = (token: unknown, headers: Record<string, string> = {}) =>
      app.withHeaders(headers).post('/console/session', { token } as JsonObject)
    const who = (cookie: string) => app.withHeaders({ cookie }).get('/console/session')

    /** A token as KAZOO, which shares the signing key, would issue it. */
    async function signed(claims: JsonObject, seconds = hour, key?: KeyObject) {
      const own = await createSigningKeys(app.store, () => 'never-made').current()
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: own.id })
        .setIssuer('kazoo')
        .setExpirationTime(Math.floor(app.context.clock().getTime() / 1000) + seconds)
        .sign(key ?? own.privateKey)
    }
    const ofCaller = (caller: Caller): JsonObject => ({
      account_id: ACCOUNTS[USERS[caller].account].id,
      owner_id: USERS[caller].id,
      method: 'cb_auth',
    })

    it('is that of the one whom the token was issued to; neither token is in the answer or the log', async () => {
      const token = app.tokenOf('account-admin')
      const reply = await bring(token)
      expect(reply.status).toBe(200)
      expect(reply.body.data).toMatchObject({
        account_id: ACCOUNTS.acme.id,
        user_id: USERS['account-admin'].id,
        username: 'account-admin',
        csrf_token: expect.stringMatching(/^[\w-]{43}$/),
      })
      expect(reply.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
      const cookie = sessionOf(reply)
      expect((await who(cookie)).status).toBe(200)
      for (const secret of [token, cookie.split('=')[1] ?? '']) {
        expect(reply.text).not.toContain(secret)
        expect(app.log.join('\n')).not.toContain(secret)
      }
    })

    it('holds its own token, not the one that was brought: each is good for its own door only', async () => {
      const token = app.tokenOf('account-admin')
      const [name, own = ''] = sessionOf(await bring(token)).split('=')
      expect(own).not.toBe(token)
      expect((await app.withHeaders({ 'x-auth-token': own }).get('/v2/token_auth')).status).toBe(401)
      expect((await who(`${name}=${token}`)).status).toBe(401)
    })

    it('lasts no longer than the token, however busy it is', async () => {
      const token = await signed(ofCaller('account-admin'), 90 * 60)
      const ends = Number(claimsIn(token).exp)
      let cookie = sessionOf(await bring(token))
      let minutes = 0
      for (; minutes < 240; minutes += 10) {
        const reply = await who(cookie)
        if (reply.status === 401) break
        const { expires_at: expires } = reply.body.data as { expires_at: string }
        expect(Date.parse(expires) / 1000).toBeLessThanOrEqual(ends)
        cookie = sessionOf(reply) || cookie
        app.wait(10 * 60)
      }
      expect(minutes).toBe(90)
      app.wait(-minutes * 60)
    })

    it('nor than any session of a browser: a token for a month opens one for a day', async () => {
      let cookie = sessionOf(await bring(await signed(ofCaller('account-admin'), 30 * 24 * hour)))
      let hours = 0
      for (; hours < 30; hours += 0.5) {
        const reply = await who(cookie)
        if (reply.status === 401) break
        cookie = sessionOf(reply) || cookie
        app.wait(hour / 2)
      }
      expect(hours).toBe(24)
      app.wait(-hours * hour)
    })

    it('begins with a token that ends in ages, too', async () => {
      const cookie = sessionOf(await bring(await signed(ofCaller('account-admin'), 1e15)))
      expect((await who(cookie)).status).toBe(200)
    })

    it('ends at sign-out, and the token that was brought opens another', async () => {
      const token = app.tokenOf('account-user')
      const reply = await bring(token)
      const { csrf_token: csrf } = reply.body.data as { csrf_token: string }
      const cookie = sessionOf(reply)
      expect((await app.withHeaders({ cookie, 'x-csrf-token': csrf }).delete('/console/session')).status).toBe(200)
      expect((await who(cookie)).status).toBe(401)
      expect((await bring(token)).status).toBe(200)
    })

    it('ends with the password it was issued under, although the token named none', async () => {
      const cookie = sessionOf(await bring(await signed(ofCaller('account-user'))))
      expect((await who(cookie)).status).toBe(200)
      const user = `/v2/accounts/${ACCOUNTS.acme.id}/users/${USERS['account-user'].id}`
      expect((await app.as('superduper').patch(user, { password: 'another invented one' })).status).toBe(200)
      expect((await who(cookie)).status).toBe(401)
      expect((await bring(app.tokenOf('account-user'))).status).toBe(401)
    })

    it('ends when the user is switched off, and none begins then', async () => {
      const { account, id } = USERS['branch-admin']
      const token = app.tokenOf('branch-admin')
      const cookie = sessionOf(await bring(token))
      const user = `/v2/accounts/${ACCOUNTS[account].id}/users/${id}`
      expect((await app.as('superduper').patch(user, { enabled: false })).status).toBe(200)
      expect((await who(cookie)).status).toBe(401)
      expect((await bring(token)).status).toBe(401)
    })

    it('keeps to the account that the claim "as" narrows the token to, also when renewed', async () => {
      const as = { account_id: ACCOUNTS.acme.id, owner_id: USERS['account-admin'].id }
      const cookie = sessionOf(await bring(await signed({ ...ofCaller('reseller-admin'), as }, 4 * hour)))
      app.wait(45 * 60)
      const reply = await who(cookie)
      expect(reply.body.data).toMatchObject({ account_id: ACCOUNTS.acme.id, user_id: USERS['account-admin'].id })
      const renewed = await who(sessionOf(reply))
      expect(renewed.body.data).toMatchObject({ account_id: ACCOUNTS.acme.id, user_id: USERS['account-admin'].id })
      app.wait(-45 * 60)
    })

    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    for (const { note, make } of [
      { note: 'text that is no token', make: () => 'x' },
      { note: 'three empty parts', make: () => '..' },
      { note: 'a token that has expired', make: () => signed(ofCaller('account-admin'), -1) },
      { note: 'a token of another installation', make: () => signed(ofCaller('account-admin'), hour, stranger) },
      {
        note: 'a token of a user who is not there',
        make: () => signed({ ...ofCaller('superduper'), owner_id: '9'.repeat(32) }),
      },
      {
        note: 'a token of an account that is not there',
        make: () => signed({ account_id: '7'.repeat(32), owner_id: 'x' }),
      },
      {
        note: "a token that claims another's secret",
        make: () => signed({ ...ofCaller('superduper'), identity_sig: 'x' }),
      },
      {
        note: "a browser's own token",
        make: async () => sessionOf(await bring(app.tokenOf('superduper'))).split('=')[1],
      },
    ]) {
      it(`does not begin with ${note}: 401 in words`, async () => {
        const reply = await bring(await make())
        expect(reply.status).toBe(401)
        expect(reply.headers.get('set-cookie')).toBeNull()
        expect(reply.body).toMatchObject({
          message: 'invalid_credentials',
          data: { message: 'invalid credentials', cause: expect.stringMatching(/^This token is not valid here/) },
        })
      })
    }

    it('does not begin with the token of an API key, which is no person', async () => {
      const issued = await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })
      const reply = await bring(String(issued.body.auth_token))
      expect(reply.status).toBe(401)
      expect(reply.body.data).toMatchObject({ cause: expect.stringMatching(/token of a user/) })
      expect((await bring(await signed({ account_id: ACCOUNTS.acme.id }))).status).toBe(401)
    })

    it('does not begin for a disabled account', async () => {
      const accounts = app.store.database('accounts')
      const account = await accounts.get(ACCOUNTS.moved.id)
      if (account === undefined) throw new Error('not seeded')
      await accounts.put({ ...account, private: { ...account.private, enabled: false } })
      const reply = await bring(app.tokenOf('moved-admin'))
      expect(reply.status).toBe(401)
      expect(reply.headers.get('set-cookie')).toBeNull()
    })

    for (const { note, data } of [
      { note: 'no text', data: { token: { $ne: '' } } },
      { note: 'empty text', data: { token: '' } },
      { note: 'more text than a token has', data: { token: 'invented-token'.repeat(700) } },
      { note: 'a password beside it', data: { token: 'invented-token', password: 'invented-secret' } },
    ]) {
      it(`a token that is ${note} is not looked at, and nothing of it comes back`, async () => {
        const reply = await app.anyone.post('/console/session', data)
        expect(reply.status).toBe(400)
        expect(reply.text).not.toMatch(/invented-(token|secret)/)
        expect(app.log.join('\n')).not.toMatch(/invented-(token|secret)/)
      })
    }

    it('a page of another site cannot begin one', async () => {
      const reply = await bring(app.tokenOf('account-admin'), { origin: 'https://evil.example' })
      expect(reply.status).toBe(403)
      expect(reply.headers.get('set-cookie')).toBeNull()
    })
  })
}

describe('where the user has no signature secret', () => {
  it('a session begins with a token all the same, as KAZOO accepts it', async () => {
    const app = await startApp()
    const users = app.store.database(accountDatabase(ACCOUNTS.stranger.id))
    const user = await users.get(USERS['stranger-admin'].id)
    if (user === undefined) throw new Error('not seeded')
    const { signature_secret, ...hidden } = user.private
    await users.put({ ...user, private: hidden })
    app.context.auth.users.forget(ACCOUNTS.stranger.id, user.id)
    const signIn = { username: 'stranger-admin', password: passwordOf('stranger-admin'), account_name: 'Stranger' }
    const cookie = sessionOf(await app.anyone.post('/console/session', signIn))
    expect(claimsIn(cookie)).not.toHaveProperty('identity_sig')
    const account = await app.context.accounts.get(ACCOUNTS.stranger.id)
    const holder = await app.context.auth.users.get(ACCOUNTS.stranger.id, user.id)
    if (account === undefined || holder === undefined) throw new Error('not seeded')
    const token = await issueToken(app.context.auth, { account, user: holder, method: 'cb_user_auth' })
    expect((await app.anyone.post('/console/session', { token })).status).toBe(200)
    await app.stop()
  })
})
