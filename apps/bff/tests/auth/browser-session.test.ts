import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { ACCOUNTS, type Client, passwordOf, type Reply, STORES, startApp, type TestApp, USERS } from '../_app.ts'

const signInData = (caller: 'superduper' | 'account-admin' = 'account-admin', changes = {}) => ({
  username: caller,
  password: passwordOf(caller),
  account_name: caller === 'superduper' ? 'Master' : 'Acme Corp',
  ...changes,
})

interface Browser {
  readonly cookie: string
  readonly csrf: string
  /** As a page of Strata's own: cookie, CSRF token, and what browsers say of themselves. */
  readonly page: Client
}

const ownPage = (app: TestApp) => ({ origin: app.url, 'sec-fetch-site': 'same-origin' })

async function openBrowser(app: TestApp, caller: 'superduper' | 'account-admin' = 'account-admin'): Promise<Browser> {
  const reply = await app.withHeaders(ownPage(app)).post('/console/session', signInData(caller))
  expect(reply.status).toBe(200)
  const cookie = cookieOf(reply)
  const csrf = String((reply.body.data as { csrf_token: string }).csrf_token)
  return { cookie, csrf, page: app.withHeaders({ ...ownPage(app), cookie, 'x-csrf-token': csrf }) }
}

function cookieOf(reply: Reply): string {
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

for (const { kind, start } of STORES) {
  describe(`a browser's session, on the ${kind} store`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start })
    })
    afterAll(() => app.stop())

    it('begins with a cookie that scripts cannot read and other sites do not send; no token is in the answer', async () => {
      const reply = await app.withHeaders(ownPage(app)).post('/console/session', signInData())
      expect(reply.status).toBe(200)
      expect(reply.masked).toEqual({
        data: {
          account_id: ACCOUNTS.acme.id,
          account_name: 'Acme Corp',
          user_id: USERS['account-admin'].id,
          username: 'account-admin',
          is_superduper_admin: false,
          is_reseller: false,
          is_account_admin: true,
          csrf_token: expect.stringMatching(/^[\w-]{43}$/),
          expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
          read_only: null,
          store: app.store.kind,
          store_address: null,
          origin: 'strata',
          kazoo_version: '4.3',
          version: '0.0.0-test',
        },
        status: 'success',
        request_id: '{request_id}',
        node: '{node}',
        timestamp: '{timestamp}',
      })
      const header = reply.headers.get('set-cookie') ?? ''
      expect(header).toMatch(/^strata_session_[0-9a-f]{8}=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
      const token = cookieOf(reply).split('=')[1] ?? ''
      expect(reply.text).not.toContain(token)
      expect(app.log.join('\n')).not.toContain(token)
    })

    it('says who is signed in, without the token, in every envelope', async () => {
      const { page, cookie } = await openBrowser(app)
      const token = cookie.split('=')[1] ?? ''
      for (const path of [
        '/console/session',
        '/v2/token_auth',
        `/v2/accounts/${ACCOUNTS.acme.id}`,
        '/v2/nowhere',
        '/v2/system_configs',
      ]) {
        const reply = await page.get(path)
        expect(reply.text).not.toContain(token)
        expect(reply.body).not.toHaveProperty('auth_token')
      }
    })

    it('ends at sign-out, for the copy of a thief as well, on every server', async () => {
      const { page, cookie } = await openBrowser(app)
      expect((await page.get('/console/session')).status).toBe(200)
      const reply = await page.delete('/console/session')
      expect(reply.status).toBe(200)
      expect(reply.headers.get('set-cookie')).toMatch(
        /^strata_session_[0-9a-f]{8}=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/,
      )
      expect((await app.withHeaders({ cookie }).get('/console/session')).status).toBe(401)
    })

    it('a password that changes ends it', async () => {
      const { page } = await openBrowser(app)
      const user = `/v2/accounts/${ACCOUNTS.acme.id}/users/${USERS['account-admin'].id}`
      const admin = app.as('superduper')
      expect((await admin.patch(user, { password: 'another invented one' })).status).toBe(200)
      expect((await page.get('/console/session')).status).toBe(401)
      const old = await app.anyone.post('/console/session', signInData())
      expect(old.status).toBe(401)
      const renewed = signInData('account-admin', { password: 'another invented one' })
      expect((await app.anyone.post('/console/session', renewed)).status).toBe(200)
      expect((await admin.patch(user, { password: passwordOf('account-admin') })).status).toBe(200)
    })
  })
}

describe('signing in at the console', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  for (const { note, changes } of [
    { note: 'a name in other letters, with blanks around', changes: { username: ' Account-ADMIN ' } },
    { note: "the account's name in other letters", changes: { account_name: 'acme CORP' } },
    { note: "the account's realm", changes: { account_name: 'acmecorp.sip.example.org' } },
  ]) {
    it(`takes ${note}`, async () => {
      expect((await app.anyone.post('/console/session', signInData('account-admin', changes))).status).toBe(200)
    })
  }

  it("an account whose realm is another account's name keeps nobody of the other out", async () => {
    const realmOf = `/v2/accounts/${ACCOUNTS.stranger.id}`
    expect((await app.as('stranger-admin').patch(realmOf, { realm: 'master' })).status).toBe(200)
    expect((await app.anyone.post('/console/session', signInData('superduper'))).status).toBe(200)
    const stranger = { username: 'stranger-admin', password: passwordOf('stranger-admin'), account_name: 'master' }
    const reply = await app.anyone.post('/console/session', stranger)
    expect(reply.body.data).toMatchObject({ account_id: ACCOUNTS.stranger.id })
  })

  for (const { note, changes, status } of [
    { note: 'a wrong password', changes: { password: 'wrong' }, status: 401 },
    { note: 'an unknown user', changes: { username: 'nobody' }, status: 401 },
    { note: 'an unknown account', changes: { account_name: 'nobody' }, status: 401 },
    { note: 'no password', changes: { password: '' }, status: 400 },
    { note: 'an object as password', changes: { password: { $ne: '' } }, status: 400 },
  ]) {
    it(`answers ${status} for ${note}`, async () => {
      const reply = await app.anyone.post('/console/session', signInData('account-admin', changes))
      expect(reply.status).toBe(status)
      expect(reply.headers.get('set-cookie')).toBeNull()
    })
  }

  it('nobody is signed in without it', async () => {
    expect((await app.anyone.get('/console/session')).status).toBe(401)
    expect((await app.anyone.delete('/console/session')).status).toBe(401)
  })

  it('says why nothing can be written', async () => {
    const readOnly = await startApp({ readOnly: true })
    const { page } = await openBrowser(readOnly, 'superduper')
    const reply = await page.get('/console/session')
    const write = await page.post(`/v2/accounts/${ACCOUNTS.acme.id}`, { name: 'Acme' })
    const signedOut = await page.delete('/console/session')
    await readOnly.stop()
    expect(reply.body.data).toMatchObject({ read_only: expect.stringMatching(/STRATA_READ_ONLY=true/) })
    expect(write.status).toBe(403)
    expect(write.body.data).toMatchObject({
      message: 'forbidden',
      cause: expect.stringMatching(/STRATA_READ_ONLY=true/),
    })
    expect(signedOut.status).toBe(200)
  })

  it('over https the cookie is for https only', async () => {
    const secure = await startApp({ config: { publicUrl: 'https://strata.example.org' } })
    const reply = await secure.anyone.post('/console/session', signInData(), {
      headers: { origin: 'https://strata.example.org' },
    })
    await secure.stop()
    expect(reply.headers.get('set-cookie')).toMatch(/; Secure/)
    const proxied = await startApp({ config: { trustedProxies: ['loopback'] } })
    const headers = { 'x-forwarded-proto': 'https' }
    const behind = await proxied.anyone.post('/console/session', signInData(), { headers })
    await proxied.stop()
    expect(behind.headers.get('set-cookie')).toMatch(/; Secure/)
    const direct = await app.anyone.post('/console/session', signInData(), { headers })
    expect(direct.headers.get('set-cookie')).not.toMatch(/; Secure/)
  })
})

describe('a cookie and other sites', () => {
  let app: TestApp
  let browser: Browser
  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser(app)
  })
  afterAll(() => app.stop())

  const acme = `/v2/accounts/${ACCOUNTS.acme.id}`
  const cookieWith = (headers: Record<string, string>) => app.withHeaders({ cookie: browser.cookie, ...headers })

  it("a write with the session's CSRF token from its own page passes", async () => {
    expect((await browser.page.patch(acme, { timezone: 'Europe/Vienna' })).status).toBe(200)
  })

  it('a program that holds cookie and CSRF token passes too', async () => {
    const reply = await cookieWith({ 'x-csrf-token': browser.csrf }).patch(acme, { timezone: 'Europe/Berlin' })
    expect(reply.status).toBe(200)
  })

  for (const { note, headers, status } of [
    { note: 'no CSRF token', headers: () => ({}), status: 403 },
    { note: "another session's CSRF token", headers: () => ({ 'x-csrf-token': 'A'.repeat(43) }), status: 403 },
    {
      note: 'another origin',
      headers: () => ({ origin: 'https://evil.example', 'x-csrf-token': browser.csrf }),
      status: 401,
    },
    { note: 'no origin of its own', headers: () => ({ origin: 'null', 'x-csrf-token': browser.csrf }), status: 401 },
    {
      note: 'another port of this host',
      headers: () => ({ origin: 'http://127.0.0.1:1', 'x-csrf-token': browser.csrf }),
      status: 401,
    },
    {
      note: 'another site',
      headers: () => ({ 'sec-fetch-site': 'cross-site', 'x-csrf-token': browser.csrf }),
      status: 401,
    },
    {
      note: 'another host of this site',
      headers: () => ({ 'sec-fetch-site': 'same-site', 'x-csrf-token': browser.csrf }),
      status: 401,
    },
  ]) {
    it(`a write with ${note} is refused`, async () => {
      const reply = await cookieWith(headers()).patch(acme, { timezone: 'Europe/Paris' })
      expect(reply.status).toBe(status)
      expect((await browser.page.get(acme)).body.data).not.toMatchObject({ timezone: 'Europe/Paris' })
    })
  }

  it('a GET that tunnels a write needs the CSRF token', async () => {
    expect((await cookieWith({}).get(`${acme}?verb=DELETE`)).status).toBe(403)
  })

  it('reads by other origins find nobody signed in', async () => {
    expect((await cookieWith({ origin: 'https://evil.example' }).get(acme)).status).toBe(401)
    expect((await cookieWith({ 'sec-fetch-site': 'cross-site' }).get(acme)).status).toBe(401)
    expect((await cookieWith({ 'sec-fetch-site': 'none' }).get(acme)).status).toBe(200)
  })

  it('a page of another site cannot sign a browser in', async () => {
    const reply = await app.withHeaders({ origin: 'https://evil.example' }).post('/console/session', signInData())
    expect(reply.status).toBe(403)
    expect(reply.headers.get('set-cookie')).toBeNull()
  })

  it('its token is no API token, and an API token is no cookie', async () => {
    const token = browser.cookie.split('=')[1] ?? ''
    const [name] = browser.cookie.split('=')
    expect((await app.withHeaders({ cookie: `${name}=${app.tokenOf('account-admin')}` }).get(acme)).status).toBe(401)
    expect((await app.withHeaders({ 'x-auth-token': token }).get(acme)).status).toBe(401)
  })

  it('two installations on one host leave each other’s cookies alone', async () => {
    const other = await startApp()
    onTestFinished(() => other.stop())
    const both = `${(await openBrowser(other)).cookie}; ${browser.cookie}`
    for (const each of [app, other]) {
      expect((await each.withHeaders({ ...ownPage(each), cookie: both }).get('/console/session')).status).toBe(200)
    }
    expect((await other.withHeaders({ cookie: browser.cookie }).get('/console/session')).status).toBe(401)
  })

  it('a token in the header counts before the cookie', async () => {
    const reply = await cookieWith({ 'x-auth-token': app.tokenOf('superduper') }).get('/v2/token_auth')
    expect(reply.body.data).toMatchObject({ account_name: 'Master' })
  })
})

describe('how long a session lasts', () => {
  let app: TestApp
  let browser: Browser
  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser(app)
  })
  afterAll(() => app.stop())

  it('in use it is renewed when half of its time is gone, and the CSRF token stays', async () => {
    expect((await browser.page.get('/console/session')).headers.get('set-cookie')).toBeNull()
    app.wait(31 * 60)
    const reply = await browser.page.get('/console/session')
    const renewed = cookieOf(reply)
    expect(renewed.split('=')[0]).toBe(browser.cookie.split('=')[0])
    expect(renewed).not.toBe(browser.cookie)
    app.wait(31 * 60)
    expect((await app.withHeaders({ cookie: browser.cookie }).get('/console/session')).status).toBe(401)
    const after = await app.withHeaders({ cookie: renewed }).get('/console/session')
    expect(after.status).toBe(200)
    expect(after.body.data).toMatchObject({ csrf_token: browser.csrf })
  })

  it('after a day it ends however busy', async () => {
    let { cookie } = await openBrowser(app)
    let hours = 0
    for (; hours < 30; hours += 0.75) {
      app.wait(45 * 60)
      const reply = await app.withHeaders({ cookie }).get('/console/session')
      if (reply.status === 401) break
      cookie = cookieOf(reply) || cookie
    }
    expect(hours).toBeGreaterThan(23)
    expect(hours).toBeLessThan(26)
  })

  it('signing out ends what was renewed, and the tokens before', async () => {
    const first = await openBrowser(app)
    app.wait(31 * 60)
    const renewed = cookieOf(await first.page.get('/console/session'))
    const headers = { ...ownPage(app), cookie: renewed, 'x-csrf-token': first.csrf }
    expect((await app.withHeaders(headers).delete('/console/session')).status).toBe(200)
    for (const cookie of [first.cookie, renewed]) {
      expect((await app.withHeaders({ cookie }).get('/console/session')).status).toBe(401)
    }
  })

  it('what was signed out is forgotten once it has expired anyway', async () => {
    const strata = app.store.database('strata')
    const signedOut = async () => (await strata.ids({ start: 'signed_out.', end: 'signed_out.~' })).length
    expect(await signedOut()).toBeGreaterThan(0)
    app.wait(3 * 24 * 3600)
    await (await openBrowser(app)).page.delete('/console/session')
    expect(await signedOut()).toBe(1)
  })

  it('a user who is removed is out', async () => {
    const { page } = await openBrowser(app)
    const users = app.store.database(accountDatabase(ACCOUNTS.acme.id))
    const user = await users.get(USERS['account-admin'].id)
    if (user === undefined) throw new Error('not seeded')
    await users.remove(user.id, user.revision)
    app.context.auth.users.forget(ACCOUNTS.acme.id, user.id)
    expect((await page.get('/console/session')).status).toBe(401)
  })
})
