import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOauthTokens } from '#bff/back-ends/oauth/oauth-tokens.ts'
import { outsideWorld } from '#bff/back-ends/outside-world.ts'
import {
  type AuthDatabase,
  clientId,
  clientSecret,
  createTokenEndpoint,
  keyId,
  putOauthDocuments,
  refreshToken,
  startAuthDatabase,
  type TokenEndpoint,
} from './_oauth.ts'
import { dropbox, googleDrive, googleStorage, onedrive, type Provider } from './_providers.ts'
import { type Received, receive } from './_receiver.ts'
import { serve, type TestServer } from './_servers.ts'
import { type Run, runTest } from './_test-runs.ts'

const whole = ['authenticate passed', 'write passed', 'read passed', 'compare passed', 'delete passed']

let database: AuthDatabase
let tokens: TokenEndpoint
let server: TestServer
/** Where contents are fetched: another server than the one that knows them. */
let elsewhere: TestServer
let provider: Provider
let requests: Received[] = []
let now = Date.now()

beforeAll(async () => {
  database = await startAuthDatabase()
  const answered = async (request: Received) => {
    requests.push(request)
    if (request.target === '/token') return tokens.answer(request)
    return provider.answer(request) ?? { status: 404, headers: {}, body: 'no such address' }
  }
  const start = () =>
    serve(async (request, response) => {
      const { status, headers, body } = await answered(await receive(request))
      response.writeHead(status, headers).end(body)
    })
  server = await start()
  elsewhere = await start()
  await putOauthDocuments(database, `${server.url}/token`)
})
beforeEach(() => {
  requests = []
  now = Date.now()
  tokens = createTokenEndpoint(() => `${server.url}/token`)
})
afterAll(async () => {
  await server.stop()
  await elsewhere.stop()
  await database.stop()
})

function isUpload({ method, target }: Received): boolean {
  return /\/upload|root:/.test(target) && method !== 'DELETE'
}

/** Tests a back-end as one server would, token cache and all. */
function tester() {
  const clock = () => new Date(now)
  const oauth = createOauthTokens(database.store, clock)
  const endpoints = {
    ...outsideWorld.endpoints,
    google: server.url,
    dropbox: server.url,
    dropboxContent: server.url,
    microsoftGraph: server.url,
  }
  return (handler: string, settings: JsonObject): Promise<Run> =>
    runTest({ handler, settings }, { outside: { endpoints }, tools: { oauth, clock } })
}

const kinds: { handler: string; settings: JsonObject; make: () => Provider; wrongToken: string }[] = [
  {
    handler: 'google_storage',
    settings: { bucket: 'invented-bucket' },
    make: () => googleStorage(tokens, () => server.url),
    wrongToken: 'Invalid Credentials',
  },
  { handler: 'google_drive', settings: {}, make: () => googleDrive(tokens), wrongToken: 'Invalid Credentials' },
  { handler: 'dropbox', settings: {}, make: () => dropbox(tokens), wrongToken: 'invalid_access_token/..' },
  {
    handler: 'onedrive',
    settings: {},
    make: () => onedrive(tokens, () => elsewhere.url),
    wrongToken: 'Access token is empty.',
  },
]

for (const { handler, settings, make, wrongToken } of kinds) {
  describe(`a back-end of ${handler}`, () => {
    beforeEach(() => {
      provider = make()
    })

    it.each(['refreshing', 'signing', 'static'])('that works passes every step (%s)', async (oauth_doc_id) => {
      const { error, ladder, text } = await tester()(handler, { ...settings, oauth_doc_id })
      expect(error).toBeUndefined()
      expect(ladder.slice(-5)).toEqual(whole)
      expect(provider.files.size).toBe(0)
      expect(text).not.toMatch(/invented-(access|static|refresh|client-secret)/)
    })

    it('whose refresh token was revoked fails at the credentials, in the words of the provider', async () => {
      const { error, ladder, ended, text } = await tester()(handler, { ...settings, oauth_doc_id: 'revoked' })
      expect(ladder.at(-1)).toBe('authenticate failed')
      expect(error).toEqual({
        error_code: 401,
        error_body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
        message: 'oauth_failure',
      })
      expect(ended.at(-1)?.message).toContain('Token has been expired or revoked.')
      expect(text).not.toContain('a-revoked-invented-token')
    })

    it.each(['refreshing', 'signing'])('asks for another token once its own has expired (%s)', async (oauth_doc_id) => {
      const test = tester()
      await test(handler, { ...settings, oauth_doc_id })
      const asked = tokens.asked.length
      now += 3500_000
      expect((await test(handler, { ...settings, oauth_doc_id })).error).toBeUndefined()
      expect(tokens.asked).toHaveLength(asked)
      tokens.valid.clear()
      now += 100_000
      expect((await test(handler, { ...settings, oauth_doc_id })).error).toBeUndefined()
      expect(tokens.asked).toHaveLength(2 * asked)
    })

    it('whose token is not taken fails at writing, and asks for another the next time', async () => {
      const test = tester()
      await test(handler, { ...settings, oauth_doc_id: 'refreshing' })
      tokens.valid.clear()
      const { error, ladder } = await test(handler, { ...settings, oauth_doc_id: 'refreshing' })
      expect(ladder.at(-1)).toBe('write failed')
      expect(error).toMatchObject({ error_code: 401, message: wrongToken })
      expect((await test(handler, { ...settings, oauth_doc_id: 'refreshing' })).error).toBeUndefined()
      expect(tokens.asked).toHaveLength(handler === 'onedrive' ? 4 : 2)
    })

    it('that is out of order says so', async () => {
      const { answer } = provider
      provider = {
        ...provider,
        answer: (request) => (request.method === 'GET' ? answer(request) : { status: 503, body: 'down' }),
      }
      const { error, ladder } = await tester()(handler, { ...settings, oauth_doc_id: 'static' })
      expect(ladder).toContain('write failed')
      expect(error).toMatchObject({ error_code: 503, message: '503 Service Unavailable' })
    })

    it('that takes the file and then breaks has it removed all the same', async () => {
      const { answer, files } = provider
      provider = {
        ...provider,
        answer: (request) => {
          const reply = answer(request)
          return files.size > 0 && isUpload(request) ? { status: 502, body: 'lost on the way' } : reply
        },
      }
      const { error, ladder } = await tester()(handler, { ...settings, oauth_doc_id: 'static' })
      expect(error).toMatchObject({ error_code: 502 })
      expect(ladder.slice(-2)).toEqual(['write failed', 'delete passed'])
      expect(files.size).toBe(0)
    })

    it('with a field list of its own puts the file where that says', async () => {
      const taken: string[] = []
      const { answer } = provider
      provider = {
        ...provider,
        answer: (request) => {
          if (isUpload(request)) taken.push(`${request.target} ${request.headers['dropbox-api-arg']} ${request.body}`)
          return answer(request)
        },
      }
      const field_list = [{ const: 'of-' }, { group: [{ arg: 'id' }, { const: '~' }, { arg: 'attachment' }] }]
      const own = { ...settings, oauth_doc_id: 'static', field_list, field_separator: '' }
      expect((await tester()(handler, own)).error).toBeUndefined()
      expect(taken[0]).toMatch(/of-[0-9a-f]{32}(~|%7E)[0-9a-f]{32}_test_credentials_file\.txt/i)
    })
  })
}

describe('a back-end of google_storage', () => {
  it('signs in as an application', async () => {
    provider = googleStorage(tokens, () => server.url)
    const { error } = await tester()('google_storage', { bucket: 'invented-bucket', oauth_app_id: clientId })
    expect(error).toBeUndefined()
    expect(tokens.asked[0]?.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
  })

  it('that names no link to read at is read by name', async () => {
    provider = googleStorage(tokens, () => server.url, { mediaLink: false })
    expect(
      (await tester()('google_storage', { bucket: 'invented-bucket', oauth_doc_id: 'static' })).error,
    ).toBeUndefined()
  })

  it('whose bucket does not exist fails at writing with 404', async () => {
    provider = googleStorage(tokens, () => server.url)
    const { error, ladder } = await tester()('google_storage', { bucket: 'missing-bucket', oauth_doc_id: 'static' })
    expect(ladder.at(-1)).toBe('write failed')
    expect(error).toMatchObject({ error_code: 404, message: 'The specified bucket does not exist.' })
  })

  it('without a bucket says which setting is missing', async () => {
    const { error, ladder } = await tester()('google_storage', { oauth_doc_id: 'static' })
    expect(ladder).toEqual([])
    expect(error).toMatchObject({ message: "The setting 'bucket' is missing." })
  })
})

describe('a back-end of onedrive', () => {
  it('that sends a read to an address which is not public is not followed there', async () => {
    provider = onedrive(tokens, () => 'http://169.254.169.254')
    const { error, ladder } = await tester()('onedrive', { oauth_doc_id: 'static' })
    expect(ladder.slice(-2)).toEqual(['read failed', 'delete passed'])
    expect(error?.message).toMatch(/169\.254\.169\.254.*STRATA_PROBE_ALLOW/)
  })
})

describe('a back-end of google_drive', () => {
  it('with a folder id puts the file straight there', async () => {
    provider = googleDrive(tokens)
    const settings = { oauth_doc_id: 'static', folder_id: 'invented-folder-id', folder_base_path: 'a/b' }
    expect((await tester()('google_drive', settings)).error).toBeUndefined()
    expect(requests.some(({ body }) => body.includes('"parents":["invented-folder-id"]'))).toBe(true)
  })

  it('makes the folders of its path once', async () => {
    const drive = googleDrive(tokens)
    provider = drive
    const settings = { oauth_doc_id: 'static', folder_base_path: "calls/o'clock" }
    await tester()('google_drive', settings)
    expect((await tester()('google_drive', settings)).error).toBeUndefined()
    expect([...drive.folders.keys()]).toHaveLength(2)
  })

  it('whose settings give the file no name fails before anything is sent', async () => {
    provider = googleDrive(tokens)
    requests.length = 0
    const { error } = await tester()('google_drive', { oauth_doc_id: 'static', field_list: [] })
    expect(error?.message).toMatch(/^The settings give a file no name/)
    expect(requests).toEqual([])
  })

  it('that does not take the file into a folder takes it into the root', async () => {
    provider = googleDrive(tokens)
    const { error } = await tester()('google_drive', { oauth_doc_id: 'static', folder_id: 'missing-folder-id' })
    expect(error).toBeUndefined()
  })
})

describe('a token', () => {
  beforeEach(() => {
    provider = dropbox(tokens)
  })
  afterEach(() => putOauthDocuments(database, `${server.url}/token`))
  const refreshing = { oauth_doc_id: 'refreshing' }

  it('is asked for with what the documents say', async () => {
    await tester()('dropbox', refreshing)
    expect(Object.fromEntries(tokens.asked[0] ?? [])).toEqual({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    })
  })

  it('is used again until 30 s before it expires', async () => {
    const test = tester()
    await test('dropbox', refreshing)
    now += 3569 * 1000
    await test('dropbox', refreshing)
    expect(tokens.asked).toHaveLength(1)
    now += 2000
    expect((await test('dropbox', refreshing)).error).toBeUndefined()
    expect(tokens.asked).toHaveLength(2)
  })

  it('is given up when one of its documents changes', async () => {
    const test = tester()
    await test('dropbox', refreshing)
    await database.put('refreshing', {
      pvt_type: 'user',
      pvt_app_id: clientId,
      pvt_app_provider_id: 'invented-provider',
      pvt_refresh_token: refreshToken,
      email: 'changed@invented.test',
    })
    await test('dropbox', refreshing)
    expect(tokens.asked).toHaveLength(2)
  })

  it('that expires at once is asked for at every request', async () => {
    tokens.expiresIn = 10
    expect((await tester()('dropbox', refreshing)).error).toBeUndefined()
    expect(tokens.asked.length).toBeGreaterThan(1)
  })

  for (const { note, settings, put, advice } of [
    { note: 'without a document', settings: {}, advice: /oauth_doc_id/ },
    { note: 'without an application', settings: { oauth_doc_id: 'appless' }, advice: /pvt_app_id/ },
    {
      note: 'whose key is not there',
      settings: { oauth_doc_id: 'signing' },
      put: [clientId, { pvt_type: 'app', pvt_auth_provider: 'invented-provider', pvt_server_key: 'missing-key' }],
      advice: /missing-key/,
    },
    {
      note: 'whose key is none',
      settings: { oauth_doc_id: 'signing' },
      put: [keyId, { _attachments: { 'private_key.pem': { content_type: 'text/plain', data: 'bm9uZQ==' } } }],
      advice: /cannot be used/,
    },
    {
      note: 'of an application without a secret',
      settings: refreshing,
      put: [clientId, { pvt_type: 'app', pvt_auth_provider: 'invented-provider' }],
      advice: /pvt_secret/,
    },
    {
      note: 'of a provider without an address',
      settings: refreshing,
      put: ['invented-provider', { pvt_type: 'provider' }],
      advice: /auth_url/,
    },
    {
      note: 'of a provider that is not there',
      settings: refreshing,
      put: [clientId, { pvt_type: 'app', pvt_secret: clientSecret, pvt_auth_provider: 'missing-provider' }],
      advice: /missing-provider/,
    },
  ] satisfies { note: string; settings: JsonObject; put?: [string, JsonObject]; advice: RegExp }[]) {
    it(`${note} is not to be had, and it is said why`, async () => {
      if (put !== undefined) await database.put(...(put as [string, JsonObject]))
      const { error, text } = await tester()('dropbox', settings)
      expect(error).toMatchObject({ error_code: 401, message: 'oauth_failure' })
      if ('oauth_doc_id' in settings) expect(text).toMatch(advice)
    })
  }

  it('endpoint at a private address is not asked', async () => {
    await database.put('invented-provider', { pvt_type: 'provider', auth_url: 'http://169.254.169.254/token' })
    const { error, ladder } = await tester()('dropbox', refreshing)
    expect(ladder.at(-1)).toBe('authenticate failed')
    expect(error?.message).toContain('169.254.169.254')
  })
})
