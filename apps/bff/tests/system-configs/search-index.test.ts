import type { ConfigIndex, SweepKind, SweepReport } from '@strata/api-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

describe('the search index', () => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
  })
  afterAll(() => app.stop())

  async function read(client = browser) {
    const { body, headers } = await client.get('/console/system_configs/index')
    const { categories } = body.data as unknown as ConfigIndex
    return {
      categories,
      etag: headers.get('etag') ?? '',
      find: (id: string) => categories.find((each) => each.id === id),
    }
  }

  it('has the keys of a category and what is stored in each section', async () => {
    const id = await app.category({ default: { a: 5, b: { c: [1] }, map: { x: {} } }, z1: {}, text: 5 })
    expect((await read()).find(id)).toEqual({
      id,
      title: id.replace('demo.', 'Demo '),
      revision: expect.stringMatching(/^1-/),
      keys: [
        { pointer: '/a', type: 'integer' },
        { pointer: '/b', type: 'object' },
        { pointer: '/b/c', type: 'integer' },
        { pointer: '/b/d', type: 'integer' },
        { pointer: '/flag', type: 'boolean' },
        { pointer: '/list', type: 'array' },
        { pointer: '/api_key', type: 'string', secret: true },
      ],
      sections: {
        default: [
          ['/a', 5],
          ['/b/c', [1], 'invalid'],
          ['/map/x', {}],
        ],
        z1: [],
      },
      findings: { invalid: 1 },
    })
  })

  it('has categories that only a schema knows, and those without one', async () => {
    await app.store.database('system_config').put({ id: 'free', fields: { z1: { x: 1 } }, private: { type: 'config' } })
    const { find, categories } = await read()
    expect(find('ecallmgr')).toMatchObject({ revision: null, sections: {} })
    expect(find('free')).toMatchObject({ keys: [], sections: { z1: [['/x', 1]] } })
    expect(categories.map(({ id }) => id)).toEqual(categories.map(({ id }) => id).sort())
  })

  it('cuts long values', async () => {
    const id = await app.category({ z1: { long: 'x'.repeat(300), list: Array.from({ length: 300 }, () => 1) } })
    const [long, list] = (await read()).find(id)?.sections.z1 ?? []
    expect(long?.[1]).toBe(`${'x'.repeat(200)}…`)
    expect(String(list?.[1])).toHaveLength(201)
  })

  it('shows a browser no secret', async () => {
    const id = await app.category({ z1: { api_key: 'invented-key', nested: { password: 'invented-word' } } })
    expect(JSON.stringify((await read()).find(id))).not.toContain('invented')
    expect(JSON.stringify((await read(app.admin)).find(id))).toContain('invented-key')
  })

  for (const { note, stored, expected } of [
    {
      note: 'what equals what it inherits for every node',
      stored: { default: { a: 5 }, z1: { a: 5 }, 'app@n1': { a: 6 } },
      expected: { default: [['/a', 5]], z1: [['/a', 5, 'noise']], 'app@n1': [['/a', 6]] },
    },
    {
      note: 'not a node’s value that its zone would change',
      stored: { default: { a: 5 }, z1: { a: 7 }, 'app@n1': { a: 5 } },
      expected: { default: [['/a', 5]], z1: [['/a', 7]], 'app@n1': [['/a', 5]] },
    },
    {
      note: 'every leaf of an object that is read whole',
      stored: { default: { map: { x: 1, y: 2 } }, z1: { map: { x: 1, y: 2 } }, z2: { map: { x: 1 } } },
      expected: {
        default: [
          ['/map/x', 1],
          ['/map/y', 2],
        ],
        z1: [
          ['/map/x', 1, 'noise'],
          ['/map/y', 2, 'noise'],
        ],
        z2: [['/map/x', 1]],
      },
    },
    {
      note: 'what the schema does not take, convertible or not; both where both hold',
      stored: { default: { a: '5', flag: 'perhaps' }, z1: { a: '5', list: ['x', 1] } },
      expected: {
        default: [
          ['/a', '5', 'invalid'],
          ['/flag', 'perhaps', 'invalid'],
        ],
        z1: [
          ['/a', '5', 'noise', 'invalid'],
          ['/list', ['x', 1], 'invalid'],
        ],
      },
    },
  ]) {
    it(`marks ${note}`, async () => {
      const id = await app.category(stored)
      expect((await read()).find(id)?.sections).toEqual(expected)
    })
  }

  it('counts what is marked as the sweep does: an object that is read whole once', async () => {
    const map = { x: 1, y: 2 }
    const id = await app.category({ default: { map, a: '5' }, z1: { map, a: '5' }, 'app@n1': { map } })
    const { categories } = (await browser.get('/console/system_configs/sweep')).body.data as unknown as SweepReport
    const swept = categories.find(({ category }) => category === id)?.findings ?? []
    const count = (kind: SweepKind) => swept.filter((finding) => finding.kind === kind).length
    expect((await read()).find(id)?.findings).toEqual({
      noise: count('equal-to-inherited'),
      invalid: count('wrong-type'),
    })
    expect([count('equal-to-inherited'), count('wrong-type')]).toEqual([3, 2])
  })

  it('marks by the zones that nodes are in, as soon as those are known', async () => {
    const id = await app.category({ default: { a: 5 }, z1: { a: 7 }, 'app@n9': { a: 5 } })
    const marked = async () => (await read()).find(id)?.sections['app@n9']
    expect(await marked()).toEqual([['/a', 5]])
    const { etag } = await read()
    await app.admin.post('/console/topology', { base_revision: null, nodes: { 'app@n9': 'z2' } })
    expect(await marked()).toEqual([['/a', 5, 'noise']])
    expect((await read()).etag).not.toBe(etag)
  })

  it('has a tag that changes with what is stored, and answers 304 to it', async () => {
    const id = await app.category({ z1: { a: 5 } })
    const { etag } = await read()
    const again = await browser.get('/console/system_configs/index', { headers: { 'if-none-match': etag } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await read(app.admin)).etag).not.toBe(etag)
    await app.admin.patch(`/v2/system_configs/${id}/z1`, { a: 6 })
    const changed = await browser.get('/console/system_configs/index', { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect((await read()).find(id)?.sections.z1).toEqual([['/a', 6]])
  })

  it('counts sections of nodes and zones that the topology does not know, once it knows any', async () => {
    const id = await app.category({ z8: { a: 5 }, z9: { a: 6 }, 'app@n8': { a: 7 }, 'app@gone': { a: 7 } })
    const { revision } = (await browser.get('/console/topology')).body.data as { revision: string | null }
    const nodes = { 'app@n8': 'z8' }
    await app.admin.post('/console/topology', { base_revision: revision, nodes })
    expect((await read()).find(id)?.findings).toEqual({ 'unknown-node': 1, 'unknown-zone': 1 })
  })
})
