import type { DryRun } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, startApp } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

const n1 = 'app@n1'
const n2 = 'app@n2'

describe('a dry run', () => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
    const nodes = { [n1]: 'z1', [n2]: 'z1', 'app@lost': null }
    await browser.post('/console/topology', { base_revision: null, nodes })
  })
  afterAll(() => app.stop())

  async function foresee(category: string, ...operations: JsonValue[]): Promise<DryRun> {
    const { revision } = (await browser.get(`/console/system_configs/${category}`)).body.data as JsonObject
    const reply = await browser.post(`/console/system_configs/${category}/dry_run`, {
      base_revision: revision ?? null,
      operations,
    })
    expect(reply.status).toBe(200)
    return reply.body.data as unknown as DryRun
  }
  const set = (section: string, pointer: string, value: JsonValue): JsonObject => ({
    section,
    pointer,
    op: 'set',
    value,
  })
  const remove = (section: string, pointer: string): JsonObject => ({ section, pointer, op: 'remove' })

  describe('of a key that begins with default', () => {
    const id = 'token_buckets'
    const place = { section: 'default', pointer: '/default/max_bucket_tokens' }

    it('says that no node reads what default stores below a default of its own, and where they look', async () => {
      const { effects, warnings } = await foresee(id, set(place.section, place.pointer, 7))
      expect(effects).toEqual([])
      expect(warnings).toContainEqual({ code: 'read-by-nobody', ...place, instead: '/max_bucket_tokens' })
    })

    it('says what is read of the place where they look', async () => {
      const { effects, warnings } = await foresee(id, set('default', '/max_bucket_tokens', 55))
      expect(effects.map(({ pointer }) => pointer)).toEqual([place.pointer])
      expect(effects[0]?.changed[0]?.after).toEqual({ layer: 'default', value: 55 })
      expect(effects[0]?.unchanged).toEqual([])
      expect(warnings).toEqual([])
    })

    it('says what a value without keys does to those who read its keys', async () => {
      const { warnings } = await foresee(id, set('z1', '/default', 5))
      expect(warnings).toContainEqual({ code: 'readers-crash', section: 'z1', pointer: '/default' })
    })
  })

  it('says which numbers are hardly meant, with the usual one, and nothing of the others', async () => {
    const { warnings } = await foresee(
      'ecallmgr',
      set('z1', '/acl_request_timeout_ms', 9_000_000),
      set(n1, '/acl_request_timeout_ms', -1),
      set(n2, '/acl_request_timeout_ms', 2500),
    )
    const doubts = warnings.filter(({ code }) => code === 'doubtful-amount')
    const pointer = '/acl_request_timeout_ms'
    expect(doubts).toEqual([
      { code: 'doubtful-amount', section: 'z1', pointer, doubt: 'much-more', usual: '2000 ms' },
      { code: 'doubtful-amount', section: n1, pointer, doubt: 'negative', usual: '2000 ms' },
    ])
  })

  it('says once that KAZOO can no longer show an object over what is none', async () => {
    const category = await app.category({ default: { free: 1, old: [1] }, z1: { old: { x: 1 } } })
    const { warnings } = await foresee(category, set('z1', '/free/x', 1))
    expect(warnings).toContainEqual({ code: 'kazoo-cannot-show', section: 'z1', pointer: '/free' })
    expect(warnings.filter(({ code }) => code === 'kazoo-cannot-show')).toHaveLength(1)
  })

  it('says what each node reads before and after, who is masked, and what would be stored; it stores nothing', async () => {
    const stored = { default: { a: 2000 }, z1: { a: 500 } }
    const category = await app.category(stored)
    expect(await foresee(category, set(n1, '/a', 2000))).toEqual({
      category,
      revision: expect.stringMatching(/^1-/),
      outcomes: ['stored'],
      stored: [{ section: n1, pointer: '/a', after: 2000 }],
      effects: [
        {
          pointer: '/a',
          is_whole: false,
          changed: [
            {
              zone: 'z1',
              zone_is: 'known',
              nodes: [n1],
              count: 1,
              others: false,
              before: { layer: 'zone', value: 500 },
              after: { layer: 'node', value: 2000 },
            },
          ],
          unchanged: [
            group(null, 'known', [], true, 'default', 2000),
            group('z1', 'known', [n2], true, 'zone', 500),
            group(null, 'supposed', ['app@lost'], false, 'default', 2000),
            group('z1', 'supposed', ['app@lost'], false, 'zone', 500),
          ],
        },
      ],
      nodes: { changed: 1, perhaps: 0, all: 3 },
      warnings: [{ code: 'masked-override', section: n1, pointer: '/a', zones: ['z1'] }],
      lost_by_other_clients: [{ section: n1, pointer: '/a', value: 2000, reason: 'masked', zones: ['z1'] }],
      lost_count: 1,
      lost_anew: 1,
      curl: {
        method: 'PATCH',
        path: `/v2/system_configs/${category}/app%40n1`,
        body: { data: { a: 2000 } },
        differs: [{ section: n1, pointer: '/a', before: 2000 }],
        differs_count: 1,
      },
    })
    expect(await app.stored(category)).toEqual(stored)
  })

  function group(zone: string | null, is: string, nodes: string[], others: boolean, layer: string, value: JsonValue) {
    const reading = { layer, value }
    return { zone, zone_is: is, nodes, count: nodes.length, others, reading, reason: 'not-addressed' }
  }

  it('where nothing is stored any more, it names what the schema says only as that', async () => {
    const category = await app.category({ default: { a: 5, flag: true } })
    const { effects } = await foresee(category, remove('default', '/a'), remove('default', '/flag'))
    expect(effects.map(({ changed }) => changed[0]?.after)).toEqual([
      { layer: 'built-in', schema_default: 1 },
      { layer: 'built-in' },
    ])
  })

  for (const { note, stored, operations, warnings } of [
    {
      note: 'no node affected: the zone has no say where the node speaks',
      stored: { z2: { a: 5 }, default: { a: 5 } },
      operations: [remove('z2', '/a')],
      warnings: [{ code: 'no-node-affected' }],
    },
    {
      note: 'dropped as inherited',
      stored: { default: { a: 5 } },
      operations: [set('z1', '/a', 5)],
      warnings: [{ code: 'dropped-as-inherited', section: 'z1', pointer: '/a' }],
    },
    {
      note: 'a pin of the schema default',
      stored: { default: { flag: true } },
      operations: [{ ...set('default', '/b/c', 2), pin: true }],
      warnings: [{ code: 'pin-of-schema-default', section: 'default', pointer: '/b/c' }],
    },
    {
      note: 'what is stored wrong beside it',
      stored: { z1: { list: ['x', 5], flag: 'perhaps' } },
      operations: [set('z1', '/a', 5)],
      warnings: [
        { code: 'wrong-type-stored', section: 'z1', pointer: '/list/1', keyword: 'type' },
        { code: 'wrong-type-stored', section: 'z1', pointer: '/flag', keyword: 'type' },
        { code: 'zone-unknown', nodes: ['app@lost'] },
      ],
    },
    { note: 'nothing to say', stored: { default: {} }, operations: [set('default', '/a', 5)], warnings: [] },
    { note: 'nothing to say where nothing changes', stored: {}, operations: [remove('z1', '/a')], warnings: [] },
  ]) {
    it(`warns: ${note}`, async () => {
      const run = await foresee(await app.category(stored), ...operations)
      const byPointer = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
      expect([...run.warnings].sort(byPointer)).toEqual([...warnings].sort(byPointer))
    })
  }

  it('names what another client would drop: first what it did not drop before, then what was there before', async () => {
    const category = await app.category({ default: { a: 1, b: {} }, z1: { list: null }, text: 5 })
    const { lost_by_other_clients: lost, lost_anew } = await foresee(category, {
      ...set('default', '/b/d', 3),
      pin: true,
    })
    expect(lost_anew).toBe(1)
    expect(lost.map(({ section, pointer, reason }) => [section, pointer, reason])).toEqual([
      ['default', '/b/d', 'schema-default'],
      ['default', '/a', 'schema-default'],
      ['z1', '/list', 'empty'],
      ['text', '', 'no-section'],
    ])
  })

  it('gives the request of /v2 that does the same, as the server then proves', async () => {
    const category = await app.category({ default: { a: 5, list: ['x'] }, z1: { b: { c: 9 } } })
    const operations = [
      set('z1', '/flag', true),
      remove('z1', '/b/c'),
      set('default', '/list', ['y']),
      remove('default', '/a'),
    ]
    const { curl } = await foresee(category, ...operations)
    if (curl?.body === undefined) throw new Error('no request')
    expect(curl.differs).toEqual([])
    expect(
      (
        await app.admin.send(curl.method, curl.path, JSON.stringify(curl.body), {
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(200)
    expect(await app.stored(category)).toEqual({ default: { list: ['y'] }, z1: { flag: true } })
  })

  it('is without a request where nothing changes', async () => {
    expect((await foresee(await app.category({}), remove('z1', '/a'))).curl).toBeNull()
  })

  it('shows a browser no secret, whatever it says of one', async () => {
    const category = await app.category({
      default: { api_key: 'invented-one', a: 1 },
      z1: { api_key: 'invented-two' },
      [n1]: { api_key: 'invented-one', map: { password: 'invented-three' } },
    })
    const run = await foresee(
      category,
      set('z1', '/api_key', 'invented-four'),
      remove(n1, '/map'),
      set('z2', '', { api_key: 'invented-five' }),
    )
    expect(JSON.stringify(run)).not.toContain('invented')
    expect(JSON.stringify(run.stored)).toContain('$secret')
    expect(JSON.stringify(run.curl)).toContain('$secret')
    expect(JSON.stringify(run.lost_by_other_clients)).toContain('$secret')
  })

  it('an API token sees what would be stored', async () => {
    const category = await app.category()
    const { body } = await app.admin.post(`/console/system_configs/${category}/dry_run`, {
      base_revision: null,
      operations: [set('z1', '/api_key', 'invented')],
    })
    expect(body.data).toMatchObject({ stored: [{ after: 'invented' }] })
  })

  it('refuses what the save refuses, in the same words', async () => {
    const category = await app.category({ z1: { a: 5 } })
    for (const data of [
      { base_revision: null, operations: [] },
      { base_revision: null, operations: [{ op: 'move' }] },
      { operations: [] },
      { base_revision: null, operations: Array.from({ length: 1001 }, () => remove('z1', '/a')) },
    ]) {
      const dry = await browser.post(`/console/system_configs/${category}/dry_run`, data)
      const save = await browser.post(`/console/system_configs/${category}`, data)
      expect([400, 409]).toContain(dry.status)
      expect(dry.masked).toEqual(save.masked)
    }
    const { revision } = (await browser.get(`/console/system_configs/${category}`)).body.data as JsonObject
    const wrong = { base_revision: revision ?? null, operations: [set('z1', '/a', 'x'), set('pvt_x', '/a', 1)] }
    const dry = await browser.post(`/console/system_configs/${category}/dry_run`, wrong)
    expect(dry.status).toBe(400)
    expect(dry.masked).toEqual((await browser.post(`/console/system_configs/${category}`, wrong)).masked)
    expect((await browser.post('/console/system_configs/_design/dry_run', wrong)).status).toBe(404)
  })

  it('names a hundred nodes of a group and counts the others', async () => {
    const many = await startApp()
    const nodes = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`app@${at}`, 'z1']))
    const admin = many.as('superduper')
    await admin.post('/console/topology', { base_revision: null, nodes })
    const { body } = await admin.post('/console/system_configs/free/dry_run', {
      base_revision: null,
      operations: [set('z1', '/a', 5)],
    })
    const { effects } = body.data as unknown as DryRun
    expect(effects[0]?.changed.map((each) => [each.nodes.length, each.count, each.others])).toEqual([[100, 250, true]])
    await many.stop()
  })

  it('works on a store that is only read', async () => {
    const readOnly = await startApp({ readOnly: true })
    const body = { base_revision: null, operations: [set('z1', '/a', 5)] }
    const admin = readOnly.as('superduper')
    expect((await admin.post('/console/system_configs/free/dry_run', body)).status).toBe(200)
    const bulk = { changes: [{ category: 'free', ...body }] }
    expect((await admin.post('/console/system_configs/bulk/dry_run', bulk)).status).toBe(200)
    expect((await admin.get('/console/system_configs/sweep')).status).toBe(200)
    expect((await admin.post('/console/system_configs/free', body)).status).toBe(403)
    expect((await admin.post('/console/system_configs/bulk', bulk)).status).toBe(403)
    await readOnly.stop()
  })
})
