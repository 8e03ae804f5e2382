import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { ACCOUNTS, apiKeyOf, type Caller, type TestApp } from '../_app.ts'
import { apply, consoleSignIn, type Settings, startForSettings, userAuth } from './_settings.ts'

const { master, reseller, acme } = ACCOUNTS

/** `auth_modules` that ask users for a second factor. */
const asking = (factor: JsonObject = {}): JsonObject => ({
  cb_user_auth: { multi_factor: { enabled: true, ...factor } },
})
const notAsking: JsonObject = { cb_user_auth: { multi_factor: { enabled: false } } }

const refusedAsAlways = { message: 'invalid_credentials', data: { message: 'invalid credentials' } }
const asked = {
  message: 'invalid_credentials',
  data: { message: expect.stringMatching(/"I have a token"/), multi_factor_request: { settings: {} } },
}

let app: TestApp
let takeBack: (() => Promise<void>) | undefined
beforeAll(async () => {
  app = await startForSettings()
})
afterAll(async () => {
  await app.stop()
  vi.useRealTimers()
})
afterEach(async () => {
  await takeBack?.()
  takeBack = undefined
})

async function setUp(settings: Settings): Promise<void> {
  takeBack = await apply(app, settings)
}

interface Row extends Settings {
  readonly note: string
  readonly caller?: Caller
  readonly isAsked: boolean
}

const rows: Row[] = [
  { note: 'nothing is set: no', isAsked: false },
  { note: 'the system asks of all', system: asking(), isAsked: true },
  { note: 'the text "true" counts as true', system: asking({ enabled: 'true' }), isAsked: true },
  { note: 'anything else does not', system: asking({ enabled: 1 }), isAsked: false },
  {
    note: 'the system asks of those who use an API key: not of users',
    system: { cb_api_auth: { multi_factor: { enabled: true } } },
    isAsked: false,
  },
  {
    note: "the system names an account: not of another's users",
    system: asking({ account_id: master.id }),
    isAsked: false,
  },
  {
    note: 'the system names an account and its sub-accounts',
    system: asking({ account_id: master.id, include_subaccounts: true }),
    isAsked: true,
  },
  {
    note: 'the master account is asked whichever account is named',
    system: asking({ account_id: acme.id }),
    caller: 'superduper',
    isAsked: true,
  },
  { note: 'the account itself asks', accounts: { acme: asking({ account_id: acme.id }) }, isAsked: true },
  {
    note: 'the parent asks for itself',
    accounts: { acme: asking({ account_id: acme.id }) },
    caller: 'branch-admin',
    isAsked: false,
  },
  {
    note: 'the parent asks for its sub-accounts too',
    accounts: { acme: asking({ account_id: acme.id, include_subaccounts: true }) },
    caller: 'branch-admin',
    isAsked: true,
  },
  {
    note: 'the reseller asks, two levels up',
    accounts: { reseller: asking({ account_id: reseller.id, include_subaccounts: true }) },
    caller: 'branch-admin',
    isAsked: true,
  },
  {
    note: 'what stands above the reseller does not reach its customers',
    accounts: { master: asking({ include_subaccounts: true }) },
    isAsked: false,
  },
  {
    note: 'nor the reseller itself',
    accounts: { master: asking({ include_subaccounts: true }) },
    caller: 'reseller-admin',
    isAsked: false,
  },
  {
    note: 'but it reaches an account whose reseller it is',
    accounts: { master: asking({ include_subaccounts: true }) },
    caller: 'stranger-admin',
    isAsked: true,
  },
  {
    note: 'who is a reseller, the services document says before the account',
    accounts: { master: asking() },
    besides: [{ database: 'services', id: reseller.id, fields: {}, private: { reseller: false } }],
    isAsked: true,
  },
  { note: 'the account takes it back', system: asking(), accounts: { acme: notAsking }, isAsked: false },
  {
    note: 'the account asks although its reseller does not',
    accounts: { reseller: notAsking, acme: asking() },
    isAsked: true,
  },
  {
    note: 'layers are merged key by key',
    system: asking(),
    accounts: {
      reseller: { cb_user_auth: { multi_factor: { account_id: reseller.id } } },
      acme: { cb_user_auth: { multi_factor: { include_subaccounts: false } } },
    },
    isAsked: false,
  },
  {
    note: 'a layer that holds no settings changes nothing',
    system: asking(),
    accounts: { acme: { cb_user_auth: {} } },
    isAsked: true,
  },
]

describe('a second factor is asked for by the nearest layer that says', () => {
  for (const { note, caller = 'account-admin', isAsked, ...settings } of rows) {
    it(note, async () => {
      await setUp(settings)
      const token = await userAuth(app, caller)
      const session = await consoleSignIn(app, caller)
      expect([token.status, session.status]).toEqual(isAsked ? [401, 401] : [201, 200])
      if (!isAsked) return
      for (const reply of [token, session]) {
        expect(reply.body).toMatchObject(asked)
        expect(reply.body).not.toHaveProperty('auth_token')
        expect(reply.headers.get('set-cookie')).toBeNull()
      }
    })
  }
})

describe('where a second factor is asked for', () => {
  it('wrong credentials answer as always', async () => {
    await setUp({ system: asking() })
    for (const reply of [
      await userAuth(app, 'account-admin', 'wrong'),
      await consoleSignIn(app, 'account-admin', 'wrong'),
    ]) {
      expect(reply.status).toBe(401)
      expect(reply.body).toMatchObject(refusedAsAlways)
      expect(reply.body.data).not.toHaveProperty('multi_factor_request')
    }
  })

  it('an answer of the provider is not taken: only KAZOO can check it', async () => {
    await setUp({ system: asking() })
    const withResponse = { multi_factor_response: 'AUTH|x|y:APP|x|y' }
    const reply = await app.anyone.post('/console/session', {
      username: 'account-admin',
      password: 'invented account-admin 1',
      account_name: 'Acme Corp',
      ...withResponse,
    })
    expect(reply.status).toBe(401)
  })

  it('an API key is refused when its own method asks, an unknown one as always', async () => {
    await setUp({ system: { cb_api_auth: { multi_factor: { enabled: true } } } })
    const right = await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })
    expect([right.status, right.body]).toMatchObject([401, asked])
    expect((await app.anyone.put('/v2/api_auth', { api_key: 'f'.repeat(64) })).status).toBe(404)
  })

  it('tokens that were issued elsewhere, and sessions that began with them, go on', async () => {
    await setUp({ system: asking() })
    const token = app.tokenOf('account-admin')
    expect((await app.as('account-admin').get('/v2/token_auth')).status).toBe(200)
    const reply = await app.anyone.post('/console/session', { token })
    expect(reply.status).toBe(200)
    const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await app.withHeaders({ cookie }).get('/console/session')).status).toBe(200)
  })

  it('is free of the throttle, as every right credential', async () => {
    await setUp({ system: asking() })
    for (let count = 0; count < 25; count += 1) expect((await userAuth(app, 'account-admin')).status).toBe(401)
    expect((await userAuth(app, 'account-admin')).body).toMatchObject(asked)
  })
})

const settings = { api_hostname: 'api.example.org', secret_key: 'invented-provider-secret' }
const isProvider = { type: 'provider', provider_type: 'multi_factor' }
const ofSystem = (id: string, fields: JsonObject) => ({ database: 'system_auth', id, fields, private: isProvider })
const ownDatabase = accountDatabase(acme.id)
const ownId = 'f'.repeat(32)

describe('the provider', () => {
  for (const { note, factor = {}, besides = [], name } of [
    {
      note: "is the system's where none is named",
      besides: [ofSystem('duo', { provider_name: 'duo', enabled: false, settings })],
      name: 'duo',
    },
    {
      note: 'is the one that the category auth names',
      besides: [
        ofSystem('own', { provider_name: 'totp', settings }),
        {
          database: 'system_config',
          id: 'auth',
          fields: { default: { default_multi_factor_provider: 'own' } },
          private: { type: 'config' },
        },
      ],
      name: 'totp',
    },
    {
      note: "is the document of the account's own database",
      factor: { account_id: acme.id, configuration_id: ownId },
      besides: [{ database: ownDatabase, id: ownId, fields: { provider_name: 'duo', settings }, private: isProvider }],
      name: 'duo',
    },
    { note: 'may be missing', name: undefined },
    {
      note: 'may be broken',
      factor: { account_id: acme.id, configuration_id: { x: 1 } },
      besides: [ofSystem('duo', { provider_name: 7 })],
      name: undefined,
    },
    {
      note: 'is none where its account is not there',
      factor: { account_id: '../../_users/x', configuration_id: 'x', include_subaccounts: true },
      name: undefined,
    },
    {
      note: 'is no other document that a setting points to',
      factor: { account_id: acme.id, configuration_id: ownId },
      besides: [{ database: ownDatabase, id: ownId, fields: { provider_name: 'private' }, private: { type: 'x' } }],
      name: undefined,
    },
  ] satisfies { note: string; factor?: JsonObject; besides?: Settings['besides']; name: string | undefined }[]) {
    it(`${note}: its name is told, nothing else, and nobody gets in`, async () => {
      await setUp({ system: asking(factor), besides })
      const reply = await userAuth(app, 'account-admin')
      expect(reply.status).toBe(401)
      const expected = { settings: {}, ...(name === undefined ? {} : { provider_name: name }) }
      expect((reply.body.data as JsonObject).multi_factor_request).toEqual(expected)
      expect(reply.text).not.toContain('invented-provider-secret')
      expect(app.log.join('')).not.toContain('invented-provider-secret')
    })
  }
})

describe('other settings of a method', () => {
  it('an account switches a method off, in words for whoever knows the password only', async () => {
    await setUp({ accounts: { acme: { cb_user_auth: { enabled: false } } } })
    const right = await userAuth(app, 'account-admin')
    expect([right.status, right.body.message]).toEqual([401, 'invalid credentials'])
    expect(right.body.data).toMatchObject({ cause: expect.stringMatching(/name and password is switched off/) })
    expect((await userAuth(app, 'account-admin', 'wrong')).body).toMatchObject(refusedAsAlways)
    expect((await userAuth(app, 'reseller-admin')).status).toBe(201)
    expect((await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })).status).toBe(201)
  })

  it('an account switches a method on that the system switched off', async () => {
    await setUp({
      system: { cb_api_auth: { enabled: false } },
      accounts: { acme: { cb_api_auth: { enabled: true } } },
    })
    expect((await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })).status).toBe(201)
    expect((await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('stranger') })).status).toBe(401)
  })

  it('tokens and sessions live as long as the nearest layer says', async () => {
    await setUp({
      system: { cb_user_auth: { token_auth_expiry_s: 7200 } },
      accounts: {
        reseller: { cb_user_auth: { token_auth_expiry_s: 600 } },
        acme: { cb_user_auth: { token_auth_expiry_s: 60 } },
      },
    })
    for (const { caller, seconds } of [
      { caller: 'account-admin', seconds: 60 },
      { caller: 'reseller-user', seconds: 600 },
      { caller: 'stranger-admin', seconds: 7200 },
    ] as const) {
      const { body } = await userAuth(app, caller)
      const { exp } = JSON.parse(Buffer.from(String(body.auth_token).split('.')[1] ?? '', 'base64url').toString())
      expect(Math.abs(exp - Date.now() / 1000 - seconds)).toBeLessThan(5)
      const { expires_at: ends } = (await consoleSignIn(app, caller)).body.data as { expires_at: string }
      expect(Math.abs((Date.parse(ends) - Date.now()) / 1000 - seconds)).toBeLessThan(5)
    }
  })
})
