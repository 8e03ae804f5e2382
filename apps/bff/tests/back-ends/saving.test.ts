import { setTimeout } from 'node:timers/promises'
import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Client, STORES, startApp, type TestApp, USERS } from '../_app.ts'
import { acme, acmeStorage, browserOf } from '../storage/_documents.ts'
import { testDraft } from './_drafts.ts'
import { createReceiver } from './_receiver.ts'
import { serve } from './_servers.ts'
import { httpId, s3Id, storageServers } from './_storage-servers.ts'

const userStorage = `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`

const servers = storageServers()
const { s3 } = servers
const http = (settings: JsonObject = {}) => servers.http({ verb: 'put', ...settings })

describe.each(STORES)('a save of back-ends on $kind', ({ start }) => {
  let app: TestApp
  let client: Client
  beforeAll(async () => {
    app = await startApp({ start, config: { probeAllow: ['127.0.0.1'] } })
    client = app.as('superduper')
  })
  afterEach(async () => {
    for (const path of [acmeStorage, userStorage, '/v2/storage']) await client.delete(path)
  })
  afterAll(() => app.stop())

  const methods = () => servers.receiver.requests.map(({ method }) => method)

  it('tests each of them, and writes nothing of it to any database', async () => {
    const reply = await client.put(acmeStorage, { attachments: { [s3Id]: s3(), [httpId]: http() } })
    expect(reply.status).toBe(201)
    expect(methods()).toEqual(['PUT', 'GET', 'DELETE'])
    const databases = (await app.store.databases()).filter((name) => /-\d{6}$/.test(name))
    expect(databases).toEqual([])
    expect(await app.store.database('system_data').ids()).toEqual([acme])
  })

  for (const { path, expected } of [
    { path: '/v2/storage', expected: 'system_data' },
    { path: acmeStorage, expected: acme },
    { path: userStorage, expected: acme },
  ]) {
    it(`of ${path} writes below ${expected}, as the document of its test is that account's`, async () => {
      await client.put(path, { attachments: { [httpId]: http() } })
      expect(servers.receiver.requests[0]?.target.split('/')[2]).toBe(expected)
    })
  }

  for (const path of [acmeStorage, userStorage, '/v2/storage']) {
    it(`of ${path} is refused where one does not work: PUT, POST and PATCH`, async () => {
      await client.put(path, {})
      servers.receiver.answer = () => ({ status: 503, body: 'out of order' })
      const document = { attachments: { [httpId]: http() } }
      for (const reply of [await client.post(path, document), await client.patch(path, document)]) {
        expect(reply.status).toBe(400)
        expect(reply.body).toMatchObject({ error: '400', message: 'validation error', status: 'error' })
        expect(reply.body.data).toEqual({
          [`attachments.${httpId}`]: {
            invalid: { error_code: 503, error_body: 'out of order', message: '503 Service Unavailable' },
          },
        })
      }
      await client.delete(path)
      expect((await client.put(path, document)).status).toBe(400)
      expect((await client.get(path)).status).toBe(404)
    })
  }

  it('names every one that does not work', async () => {
    servers.receiver.answer = () => ({ status: 403, body: '' })
    const attachments = { [httpId]: http(), [s3Id]: s3({ secret: 'another-invented-secret' }) }
    const reply = await client.put(acmeStorage, { attachments })
    expect(Object.keys(reply.body.data as JsonObject).sort()).toEqual([`attachments.${s3Id}`, `attachments.${httpId}`])
    expect(reply.text + app.log.join('\n')).not.toContain('another-invented-secret')
  })

  it('does not test again what is stored as it is, whatever its signature', async () => {
    await client.put(acmeStorage, { attachments: { [httpId]: http() } })
    servers.receiver.requests.length = 0
    const same = { ...http(), _sig: 'a signature of no worth' }
    expect((await client.post(acmeStorage, { attachments: { [httpId]: same }, note: 1 })).status).toBe(200)
    expect((await client.patch(acmeStorage, { note: 2 })).status).toBe(200)
    expect(methods()).toEqual([])
    const changed = { ...http({ folder_base_path: 'x' }), _sig: 'a signature of no worth' }
    expect((await client.post(acmeStorage, { attachments: { [httpId]: changed } })).status).toBe(200)
    expect(methods()).toEqual(['PUT', 'GET', 'DELETE'])
  })

  it('does not test again what has another name alone, also while it cannot be reached', async () => {
    await client.put(acmeStorage, { attachments: { [httpId]: { ...http(), name: 'Before' } } })
    servers.receiver.requests.length = 0
    servers.receiver.answer = () => ({ status: 503, body: 'out of order' })
    const reply = await client.patch(acmeStorage, { attachments: { [httpId]: { name: 'After' } } })
    expect(reply.status).toBe(200)
    expect(methods()).toEqual([])
    expect((await client.get(acmeStorage)).body.data).toMatchObject({ attachments: { [httpId]: { name: 'After' } } })
  })

  it('does not test again what KAZOO or a client stored without defaults and with its verb in capitals', async () => {
    await app.store.database('system_data').put({
      id: acme,
      fields: { attachments: { [httpId]: http({ verb: 'POST' }), [s3Id]: s3() } },
      private: { type: 'storage', account_id: acme },
    })
    servers.receiver.answer = () => ({ status: 503, body: 'out of order' })
    expect((await client.patch(acmeStorage, { note: 'unrelated' })).status).toBe(200)
    expect(methods()).toEqual([])
    const changed = await client.patch(acmeStorage, {
      attachments: { [httpId]: { settings: { folder_base_path: 'x' } } },
    })
    expect(Object.keys(changed.body.data as JsonObject)).toEqual([`attachments.${httpId}`])
  })

  it('in the browser tests with the stored secret, and tests nothing where it is only kept', async () => {
    await client.put(acmeStorage, { attachments: { [s3Id]: s3() } })
    const browser = await browserOf(app, 'account-admin')
    const { attachments } = (await browser.get(acmeStorage)).body.data as { attachments: { [id: string]: JsonObject } }
    servers.s3Server.requests.length = 0
    expect((await browser.post(acmeStorage, { attachments })).status).toBe(200)
    expect(servers.s3Server.requests).toEqual([])
    const entry = attachments[s3Id] ?? {}
    const moved = { ...entry, settings: { ...(entry.settings as JsonObject), folder_base_path: 'moved' } }
    expect((await browser.post(acmeStorage, { attachments: { [s3Id]: moved } })).status).toBe(200)
    expect(servers.s3Server.requests.length).toBeGreaterThan(0)
  })

  it('of a plan tests nothing', async () => {
    const reply = await client.put('/v2/storage/plans', { name: 'Invented', attachments: { [httpId]: http() } })
    expect(reply.status).toBe(201)
    expect(methods()).toEqual([])
    await client.delete(`/v2/storage/plans/${(reply.body.data as JsonObject).id}`)
  })

  it('that asks for no test is taken where the system allows that, and logged', async () => {
    servers.receiver.answer = () => ({ status: 503, body: '' })
    const document = { attachments: { [httpId]: http() } }
    const path = `${acmeStorage}?validate_settings=false`
    expect((await client.put(path, document)).status).toBe(400)
    await client.patch('/v2/system_configs/system_data', { default: { allow_validation_overrides: true } })
    expect((await client.put(path, document)).status).toBe(201)
    await client.delete('/v2/system_configs/system_data')
    expect(methods()).toEqual([])
    expect(app.log.some((line) => line.includes('saved without a test') && line.includes(acme))).toBe(true)
  })
})

describe('tests of drafts and of saves', () => {
  /** A server that tells how many requests it had at once, and answers none while it is held. */
  const counted = async () => {
    const receiver = createReceiver()
    const count = { now: 0, most: 0, hold: Promise.resolve() }
    const server = await serve(async (request, response) => {
      count.now += 1
      count.most = Math.max(count.most, count.now)
      response.once('close', () => {
        count.now -= 1
      })
      await count.hold
      await setTimeout(5)
      if (!request.destroyed) await receiver.listener(request, response)
    })
    return { ...server, count }
  }
  const backEnds = (url: string, name: string, number: number): JsonObject => ({
    attachments: Object.fromEntries(
      Array.from({ length: number }, (_, index) => [
        `${name}${index}`.padEnd(32, '0'),
        { handler: 'http', settings: { url: `${url}/${name}/${index}` } },
      ]),
    ),
  })
  const draftAt = (url: string) => ({
    draft: { attachments: { [httpId]: { handler: 'http', settings: { url: `${url}/draft` } } } },
    attachment: httpId,
  })
  const testPath = `/console/accounts/${acme}/storage/test`

  it('come to 16 requests at once for the account that asks; saves wait their turn, and others are served', async () => {
    const { url, count, stop } = await counted()
    const app = await startApp({ config: { probeAllow: ['127.0.0.1'] } })
    const client = app.as('account-admin')
    let release = () => {}
    count.hold = new Promise((resolve) => {
      release = resolve
    })
    await client.put(acmeStorage, {})
    const saves = Array.from({ length: 30 }, (_, index) => client.post(acmeStorage, backEnds(url, `save${index}x`, 8)))
    await expect.poll(() => count.now, { timeout: 20_000 }).toBe(16)
    const refused = await testDraft(client, testPath, draftAt(url))
    expect([refused.reply.status, refused.reply.text]).toEqual([429, expect.stringContaining('wait for one to end')])
    const other = testDraft(app.as('reseller-admin'), testPath, draftAt(url))
    await expect.poll(() => count.now, { timeout: 20_000 }).toBe(17)
    release()
    expect((await other).lines.at(-1)).toEqual({ result: 'passed' })
    const statuses = (await Promise.all(saves)).map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    expect(count.most).toBe(17)
    await app.stop()
    await stop()
  }, 60_000)

  it('of a save whose turn does not come in time are 429, in words', async () => {
    const { url, count, stop } = await counted()
    const app = await startApp({ config: { probeAllow: ['127.0.0.1'] }, outside: { saveMs: 300, stepMs: 3000 } })
    let release = () => {}
    count.hold = new Promise((resolve) => {
      release = resolve
    })
    const client = app.as('account-admin')
    const drafts = Array.from({ length: 16 }, () => testDraft(client, testPath, draftAt(url)))
    await expect.poll(() => count.now, { timeout: 20_000 }).toBe(16)
    const reply = await client.put(acmeStorage, backEnds(url, 'late', 2))
    expect([reply.status, reply.text]).toEqual([429, expect.stringContaining('save it again in a minute')])
    release()
    await Promise.all(drafts)
    expect((await client.put(acmeStorage, { attachments: {} })).status).toBe(201)
    await app.stop()
    await stop()
  }, 60_000)
})

describe('a save of back-ends at a private address', () => {
  it('is refused with the address and the variable that would allow it', async () => {
    const app = await startApp()
    const reply = await app.as('account-admin').put(acmeStorage, { attachments: { [s3Id]: s3() } })
    await app.stop()
    expect(reply.status).toBe(400)
    const { invalid } = (reply.body.data as Record<string, Record<string, JsonObject>>)[`attachments.${s3Id}`] ?? {}
    expect(invalid?.message).toMatch(/127\.0\.0\.1.*STRATA_PROBE_ALLOW/)
  })
})
