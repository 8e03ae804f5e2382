import type { StorageTestLine } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Caller, type Client, STORES, startApp, type TestApp, USERS } from '../_app.ts'
import { acme, browserOf } from '../storage/_documents.ts'
import { linesOf, testDraft } from './_drafts.ts'
import { s3Secret } from './_s3-server.ts'
import { serve } from './_servers.ts'
import { httpId, s3Id, storageServers } from './_storage-servers.ts'

const testOf = (id: string) => `/console/accounts/${id}/storage/test`
const passed = { result: 'passed' }

const servers = storageServers()
const { s3, http } = servers
const of = (id: string, entry: JsonObject): JsonObject => ({ draft: { attachments: { [id]: entry } }, attachment: id })

describe.each(STORES)('a test of a draft on $kind', ({ start }) => {
  let app: TestApp
  let browser: Client
  beforeAll(async () => {
    app = await startApp({ start, config: { probeAllow: ['127.0.0.1', 'localhost'] } })
    browser = await browserOf(app, 'account-admin')
    await app.store.database('system_data').put({
      id: acme,
      fields: { attachments: { [s3Id]: s3() } },
      private: { type: 'storage', account_id: acme },
    })
  })
  afterAll(() => app.stop())

  it('tells of each step as it begins and as it ends, and of the result', async () => {
    const { reply, lines } = await testDraft(app.as('account-admin'), testOf(acme), of(httpId, http()))
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('application/x-ndjson')
    expect(lines.slice(0, 2)).toEqual([
      { step: 'resolve', state: 'running' },
      { step: 'resolve', state: 'passed', ms: expect.any(Number), message: expect.any(String), said: null },
    ])
    expect(lines.at(-2)).toMatchObject({ step: 'delete', state: 'passed', said: expect.stringMatching(/^204 /) })
    expect(lines.at(-1)).toEqual(passed)
  })

  it('is refused while 16 others run for the account of whoever asks, and taken when they have ended', async () => {
    const held: (() => void)[] = []
    const slow = await serve((_, response) => void held.push(() => response.destroy()))
    const ask = (caller: Caller) => testDraft(app.as(caller), testOf(acme), of(httpId, http({ url: `${slow.url}/in` })))
    const first = Array.from({ length: 16 }, () => ask('account-admin'))
    await expect.poll(() => held.length, { timeout: 9000 }).toBe(16)
    const { reply } = await ask('account-admin')
    expect(reply.status).toBe(429)
    expect(reply.text).toContain('wait for one to end')
    const other = ask('reseller-admin')
    await expect.poll(() => held.length, { timeout: 9000 }).toBe(17)
    const release = setInterval(() => {
      for (const end of held) end()
    }, 20)
    expect((await Promise.all([...first, other])).map(({ lines }) => lines.at(-1))).toEqual(
      Array(17).fill(expect.objectContaining({ result: 'failed' })),
    )
    clearInterval(release)
    const after = await testDraft(app.as('account-admin'), testOf(acme), of(httpId, http()))
    expect(after.lines.at(-1)).toEqual(passed)
    await slow.stop()
  })

  it('in the browser uses the stored secret where the draft keeps it hidden, and shows it nowhere', async () => {
    const stored = await browser.get(`/v2/accounts/${acme}/storage`)
    const draft = stored.body.data as JsonObject
    const { reply, lines } = await testDraft(browser, testOf(acme), { draft, attachment: s3Id })
    expect(lines.at(-1)).toEqual(passed)
    expect(stored.text + reply.text).not.toContain(s3Secret)
    expect(app.log.join('\n')).not.toContain(s3Secret)
  })

  it('in the browser with a secret hidden that is stored nowhere is refused at its path', async () => {
    const marker = { $secret: 'set', fingerprint: '0123456789ab' }
    const { reply } = await testDraft(browser, testOf(acme), of('a0'.repeat(16), s3({ secret: marker })))
    expect(reply.status).toBe(400)
    expect(Object.keys(reply.body.data as JsonObject)).toEqual([`attachments.${'a0'.repeat(16)}.settings.secret`])
  })

  it('with a wrong secret fails in words of the provider, without the secret', async () => {
    const secret = 'another-invented-secret'
    const { reply, lines, ladder } = await testDraft(browser, testOf(acme), of(s3Id, s3({ secret })))
    expect(ladder.at(-1)).toBe('authenticate failed')
    expect(lines.at(-1)).toEqual({
      result: 'failed',
      error: {
        error_code: 403,
        error_body: expect.stringContaining('SignatureDoesNotMatch'),
        message: 'The signature does not match.',
      },
    })
    expect(reply.text + app.log.join('\n')).not.toContain(secret)
  })

  it('is of one entry: what else is wrong with the draft does not matter', async () => {
    const { lines } = await testDraft(app.as('account-admin'), testOf(acme), {
      draft: { attachments: { [httpId]: http(), broken: {} }, plan: { modb: { attachments: { handler: 'missing' } } } },
      attachment: httpId,
    })
    expect(lines.at(-1)).toEqual(passed)
  })

  for (const { note, data, path } of [
    {
      note: 'an entry that its schema refuses',
      data: () => of(s3Id, s3({ bucket: 5 })),
      path: `attachments.${s3Id}.settings.bucket`,
    },
    {
      note: 'an address that is refused although STRATA_PROBE_ALLOW names another',
      data: () => of(httpId, http({ url: 'http://0.0.0.0/in' })),
      path: `attachments.${httpId}.settings.url`,
    },
    { note: 'an entry that the draft does not have', data: () => ({ draft: {}, attachment: httpId }), path: 'draft' },
    { note: 'no entry', data: () => ({ draft: {} }), path: 'attachment' },
    { note: 'a draft that is no object', data: () => ({ draft: [], attachment: httpId }), path: 'draft' },
  ] satisfies { note: string; data: () => JsonObject; path: string }[]) {
    it(`of ${note} is 400 before anything is tried`, async () => {
      const { reply } = await testDraft(app.as('account-admin'), testOf(acme), data())
      expect(reply.status).toBe(400)
      expect(Object.keys(reply.body.data as JsonObject)).toContain(path)
      expect(servers.receiver.requests).toEqual([])
    })
  }

  it('stores nothing, in no database', async () => {
    const before = await everything(app)
    await testDraft(app.as('account-admin'), testOf(acme), of(httpId, http()))
    expect(await everything(app)).toEqual(before)
  })

  for (const { caller, status } of [
    { caller: 'superduper', status: 200 },
    { caller: 'reseller-admin', status: 200 },
    { caller: 'account-admin', status: 200 },
    { caller: 'account-user', status: 403 },
    { caller: 'stranger-admin', status: 403 },
  ] satisfies { caller: Caller; status: number }[]) {
    it(`of an account is ${status} for ${caller}`, async () => {
      const { reply } = await testDraft(app.as(caller), testOf(acme), of(httpId, http()))
      expect(reply.status).toBe(status)
    })
  }

  for (const { note, path, caller, stranger } of [
    { note: 'the system', path: '/console/storage/test', caller: 'superduper', stranger: 'account-admin' },
    {
      note: 'a plan of the system',
      path: '/console/storage/plans/some-plan/test',
      caller: 'superduper',
      stranger: 'account-admin',
    },
    {
      note: "a reseller's plan",
      path: `/console/accounts/${ACCOUNTS.reseller.id}/storage/plans/some-plan/test`,
      caller: 'reseller-admin',
      stranger: 'account-admin',
    },
    {
      note: 'a user',
      path: `/console/accounts/${acme}/users/${USERS['account-user'].id}/storage/test`,
      caller: 'account-user',
      stranger: 'stranger-admin',
    },
  ] satisfies { note: string; path: string; caller: Caller; stranger: Caller }[]) {
    it(`of ${note} is for those who may read its document`, async () => {
      const { lines } = await testDraft(app.as(caller), path, of(httpId, http()))
      expect(lines.at(-1)).toEqual(passed)
      expect((await testDraft(app.as(stranger), path, of(httpId, http()))).reply.status).toBe(403)
    })
  }

  it('arrives line by line, however long the rest takes, and ends when the client goes away', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { listener } = servers.receiver
    const slow = await serve(async (request, response) => {
      if (request.method === 'GET') await held
      if (!request.destroyed) await listener(request, response)
    })
    const gone = new AbortController()
    const response = await fetch(app.url + testOf(acme), {
      method: 'POST',
      headers: {
        'x-auth-token': app.tokenOf('account-admin'),
        'content-type': 'application/json',
        'accept-encoding': 'gzip',
      },
      body: JSON.stringify({ data: of(httpId, http({ url: `${slow.url}/in` })) }),
      signal: gone.signal,
    })
    const lines: StorageTestLine[] = []
    for await (const chunk of response.body ?? []) {
      lines.push(...linesOf(Buffer.from(chunk).toString()))
      if (lines.some((line) => 'step' in line && line.step === 'read')) break
    }
    expect(lines.at(-1)).toEqual({ step: 'read', state: 'running' })
    gone.abort()
    await expect.poll(() => servers.receiver.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE'])
    expect(servers.receiver.files.size).toBe(0)
    release()
    await slow.stop()
  })
})

describe('a test of a draft', () => {
  it('works on a store that is only read', async () => {
    const app = await startApp({ readOnly: true, config: { probeAllow: ['127.0.0.1'] } })
    const { lines } = await testDraft(app.as('account-admin'), testOf(acme), of(httpId, http()))
    await app.stop()
    expect(lines.at(-1)).toEqual(passed)
  })

  it('reaches no loopback address unless STRATA_PROBE_ALLOW names it', async () => {
    const app = await startApp()
    const { lines } = await testDraft(app.as('account-admin'), testOf(acme), of(s3Id, s3()))
    await app.stop()
    expect(lines.at(-1)).toMatchObject({
      result: 'failed',
      error: { message: expect.stringMatching(/127\.0\.0\.1.*STRATA_PROBE_ALLOW/) },
    })
  })

  it.each([{ allow: 'localhost' }, { allow: '127.0.0.0/8,::1' }])(
    'reaches localhost, which KAZOO refuses, where STRATA_PROBE_ALLOW names it as $allow',
    async ({ allow }) => {
      const app = await startApp({ config: { probeAllow: allow.split(',') } })
      const url = `http://localhost:${servers.server.port}/in`
      const { lines } = await testDraft(app.as('account-admin'), testOf(acme), of(httpId, http({ url })))
      await app.stop()
      expect(lines.at(-1)).toEqual(passed)
    },
  )

  it('reaches no URL that kazoo_web refuses, whatever STRATA_PROBE_ALLOW names', async () => {
    const app = await startApp({ config: { probeAllow: ['127.0.0.1'] } })
    const blacklist = { cidrs: ['127.0.0.0/8'] }
    await app.as('superduper').put('/v2/system_configs/kazoo_web', { default: { client: { blacklist } } })
    const { reply } = await testDraft(app.as('account-admin'), testOf(acme), of(httpId, http()))
    await app.stop()
    expect(reply.status).toBe(400)
    expect(Object.keys(reply.body.data as JsonObject)).toContain(`attachments.${httpId}.settings.url`)
  })
})

/** Every document's id and revision in every database. */
async function everything({ store }: TestApp): Promise<unknown> {
  const names = (await store.databases()).filter((name) => !name.startsWith('_'))
  return Promise.all(
    names.map(async (name) => [name, (await store.database(name).range()).map(({ id, revision }) => [id, revision])]),
  )
}
