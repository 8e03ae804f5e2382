import type { BulkDryRun, SweepFinding, SweepReport } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

const nodes = { 'app@n1': 'z1', 'app@n2': 'z1', 'app@n3': 'z1', 'app@n4': 'z1', 'app@lost': null }

describe('the sweep', () => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
    await browser.post('/console/topology', { base_revision: null, nodes })
  })
  afterAll(() => app.stop())

  async function findings(category: string, client = browser): Promise<SweepFinding[]> {
    const report = (await client.get('/console/system_configs/sweep')).body.data as unknown as SweepReport
    return report.categories.find((each) => each.category === category)?.findings ?? []
  }
  const places = (found: readonly SweepFinding[]) =>
    found.map(({ kind, section, pointer, is_safe: isSafe }) => [kind, section + pointer, isSafe])

  for (const { note, stored, expected } of [
    {
      note: 'what equals what it inherits, for every zone the node may be in',
      stored: { default: { flag: true }, z1: { flag: true }, 'app@lost': { flag: true } },
      expected: [
        ['equal-to-inherited', 'z1/flag', true],
        ['equal-to-inherited', 'app@lost/flag', true],
      ],
    },
    {
      note: 'not where it masks what its zone says',
      stored: { default: { flag: true }, z1: { flag: false }, 'app@n1': { flag: true } },
      expected: [],
    },
    {
      note: 'pins of the schema default, apart',
      stored: { default: { a: 1 }, z2: { b: { c: 2 } } },
      expected: [
        ['pin', 'default/a', false],
        ['pin', 'z2/b/c', false],
      ],
    },
    {
      note: 'keys that the schema does not know',
      stored: { z1: { strange: { x: 1 }, b: { odd: 1 } } },
      expected: [
        ['unknown-key', 'z1/strange', false],
        ['unknown-key', 'z1/b/odd', false],
      ],
    },
    {
      note: 'values of the wrong type, convertible or not',
      stored: { z1: { a: '5', flag: 'perhaps', list: ['x', { y: 1 }, { z: 1 }] } },
      expected: [
        ['wrong-type', 'z1/a', false],
        ['wrong-type', 'z1/flag', false],
        ['wrong-type', 'z1/list', false],
      ],
    },
    {
      note: 'sections of nodes that are not known',
      stored: { 'app@gone': { flag: true } },
      expected: [['unknown-node', 'app@gone', false]],
    },
    {
      note: 'sections that store nothing, whoever’s they are, and each once',
      stored: { default: { a: 5 }, z1: {}, 'app@n1': {}, 'app@gone': {} },
      expected: [
        ['empty-section', 'z1', true],
        ['empty-section', 'app@n1', true],
        ['empty-section', 'app@gone', true],
      ],
    },
    {
      note: 'what a whole zone shares',
      stored: { 'app@n1': { a: 5 }, 'app@n2': { a: 5 }, 'app@n3': { a: 5 }, 'app@n4': { a: 5 } },
      expected: [['promotable', 'z1/a', false]],
    },
    {
      note: 'the one node that says otherwise',
      stored: { 'app@n1': { a: 5 }, 'app@n2': { a: 6 }, 'app@n3': { a: 5 }, 'app@n4': { a: 5 } },
      expected: [['near-duplicate', 'app@n2/a', false]],
    },
    {
      note: 'an object over what is none',
      stored: { default: { free: 1 }, z1: { free: { x: 1 } } },
      expected: [
        ['unknown-key', 'default/free', false],
        ['unknown-key', 'z1/free', false],
        ['mixed-shape', 'z1/free', false],
      ],
    },
    { note: 'nothing where all is well', stored: { default: { a: 5 }, z1: { a: 6 } }, expected: [] },
  ]) {
    it(`finds ${note}`, async () => {
      const found = places(await findings(await app.category(stored)))
      expect(found.sort()).toEqual([...expected].sort())
    })
  }

  it('finds what no node reads below a default of the section default, and takes the place that is read for known', async () => {
    const fields = { default: { max_bucket_tokens: 55, default: { max_bucket_tokens: 7 } } }
    await app.store.database('system_config').put({ id: 'token_buckets', fields, private: { type: 'config' } })
    expect(places(await findings('token_buckets'))).toEqual([['unread', 'default/default/max_bucket_tokens', true]])
  })

  it('knows no unknown key where no schema is', async () => {
    const fields = { z1: { a: { b: 1 }, id: 'x' } }
    await app.store.database('system_config').put({ id: 'schemaless', fields, private: { type: 'config' } })
    expect(await findings('schemaless')).toEqual([])
  })

  it('has operations that mend what it finds, to be sent as one change', async () => {
    const category = await app.category({
      default: { flag: true, list: 'no list' },
      z1: { flag: true, a: '7' },
      'app@gone': { a: 9 },
      'app@n1': { strange: 1 },
    })
    const { revision } = (await browser.get(`/console/system_configs/${category}`)).body.data as JsonObject
    const found = await findings(category)
    expect(found.find(({ pointer }) => pointer === '/a')).toMatchObject({ value: '7', instead: 7, keyword: 'type' })
    const operations = found.flatMap((finding) => finding.operations.map((operation) => ({ ...operation })))
    const changes = [{ category, base_revision: revision ?? null, operations }]
    expect((await browser.post('/console/system_configs/bulk', { changes })).status).toBe(200)
    expect(await app.stored(category)).toEqual({ default: { flag: true }, z1: { a: 7 } })
    expect(await findings(category)).toEqual([])
  })

  it('is mended by as many stored keys as it found, with no section left empty and no node reading otherwise', async () => {
    const same = { a: 5, flag: true }
    const category = await app.category({ default: same, z1: { a: 5 }, z2: {}, 'app@lost': same })
    const { revision } = (await browser.get(`/console/system_configs/${category}`)).body.data as JsonObject
    const found = await findings(category)
    const operations = found.flatMap((finding) => finding.operations.map((each) => ({ ...each })))
    const write = { changes: [{ category, base_revision: revision ?? null, operations }] }
    const [dryRun] = (
      (await browser.post('/console/system_configs/bulk/dry_run', write)).body.data as unknown as BulkDryRun
    ).changes
    expect(dryRun?.stored.map(({ section, pointer, after }) => [section + pointer, after])).toEqual([
      ['z1/a', undefined],
      ['z2', undefined],
      ['app@lost/a', undefined],
      ['app@lost/flag', undefined],
    ])
    expect([found.length, dryRun?.effects.flatMap(({ changed }) => changed)]).toEqual([4, []])
    await browser.post('/console/system_configs/bulk', write)
    expect(await app.stored(category)).toEqual({ default: same })
  })

  it('promotes what a zone shares in one change', async () => {
    const category = await app.category(Object.fromEntries(Object.keys(nodes).map((node) => [node, { a: 5 }])))
    const { revision } = (await browser.get(`/console/system_configs/${category}`)).body.data as JsonObject
    const operations = (await findings(category)).flatMap((finding) => finding.operations.map((each) => ({ ...each })))
    await browser.post('/console/system_configs/bulk', {
      changes: [{ category, base_revision: revision ?? null, operations }],
    })
    expect(await app.stored(category)).toEqual({
      z1: { a: 5 },
      'app@lost': { a: 5 },
    })
  })

  it('shows a browser no secret, and does not offer to set one that it hides', async () => {
    const of = (api_key: string) => ({ api_key })
    const category = await app.category({
      default: of('invented-one'),
      z1: of('invented-one'),
      'app@n1': of('invented-two'),
      'app@n2': of('invented-two'),
      'app@n3': of('invented-two'),
      'app@n4': of('invented-two'),
    })
    const found = await findings(category)
    expect(JSON.stringify(found)).not.toContain('invented')
    expect(places(found)).toEqual([['equal-to-inherited', 'z1/api_key', true]])
    expect(places(await findings(category, app.admin))).toContainEqual(['promotable', 'z1/api_key', false])
  })

  it('takes no node for unknown while none is known', async () => {
    const fresh = await startConfigApp(startEmbedded)
    const category = await fresh.category({ 'app@gone': { flag: true } })
    const report = (await fresh.admin.get('/console/system_configs/sweep')).body.data as unknown as SweepReport
    expect(report.knows_nodes).toBe(false)
    expect(report.categories.filter((each) => each.category === category)).toEqual([])
    await fresh.stop()
  })

  it('lists a thousand findings of a category and counts the rest', async () => {
    const values = Object.fromEntries(Array.from({ length: 1100 }, (_, at) => [`strange${at}`, at]))
    const category = await app.category({ z1: values })
    const report = (await browser.get('/console/system_configs/sweep')).body.data as unknown as SweepReport
    const swept = report.categories.find((each) => each.category === category)
    expect([swept?.findings.length, swept?.left_out]).toEqual([1000, 100])
  })
})
