import type { BulkResult, CategorySaved } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, node, signInBrowser, startConfigApp } from './_configs.ts'

const set = (section: string, pointer: string, value: JsonValue): JsonObject => ({ section, pointer, op: 'set', value })
const remove = (section: string, pointer: string): JsonObject => ({ section, pointer, op: 'remove' })

describe('the way back from a save', () => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
    const topology = { base_revision: null, nodes: { [node]: 'z1', 'app@far': 'z2' } }
    expect((await browser.post('/console/topology', topology)).status).toBe(200)
  })
  afterAll(() => app.stop())

  const address = (category: string) => `/console/system_configs/${category}`
  async function save(category: string, operations: JsonValue[], who = browser): Promise<CategorySaved> {
    const { revision } = (await who.get(address(category))).body.data as JsonObject
    const { status, body } = await who.post(address(category), { base_revision: revision ?? null, operations })
    expect(status).toBe(200)
    return body.data as unknown as CategorySaved
  }
  const writeOf = ({ revision, saved }: CategorySaved): JsonObject => ({
    base_revision: revision,
    operations: saved.way_back.operations,
  })

  for (const { note, before, operations } of [
    {
      note: 'changed and added leaves',
      before: { z1: { a: 5 } },
      operations: [set('z1', '/a', 6), set('z2', '/a', 7)],
    },
    { note: 'a pin that was reset', before: { default: { a: 1 } }, operations: [remove('default', '/a')] },
    {
      note: 'a leaf that was dropped as inherited',
      before: { default: { a: 5 }, z1: { a: 6, flag: true } },
      operations: [set('z1', '/a', 5)],
    },
    { note: 'a whole section', before: { z1: { b: { c: 9 }, list: ['x'] }, z2: {} }, operations: [remove('z1', '')] },
  ]) {
    it(`gives back ${note}, on the revision that was stored and on no other`, async () => {
      const category = await app.category(before)
      const saved = await save(category, operations)
      expect(saved.saved.way_back.lost).toEqual([])
      expect((await browser.post(address(category), writeOf(saved))).status).toBe(200)
      expect(await app.stored(category)).toEqual(before)
      expect((await browser.post(address(category), writeOf(saved))).status).toBe(409)
    })
  }

  it('says how many leaves were stored, and how many known nodes read something else', async () => {
    const { saved } = await save(await app.category(), [set('z1', '/a', 6), set('z1', '/flag', true)])
    expect(saved).toMatchObject({ leaves: 2, nodes: { changed: 1, perhaps: 0, all: 2 } })
  })

  it('is nothing where nothing was stored', async () => {
    const { saved } = await save(await app.category({ z1: { a: 5 } }), [set('z1', '/a', 5)])
    expect(saved).toMatchObject({ leaves: 0, way_back: { operations: [], lost: [] } })
  })

  describe('around secrets', () => {
    const secret = 'invented-before'

    for (const { note, operation, asks } of [
      { note: 'replaced', operation: set('z1', '/api_key', 'invented-after'), asks: 'browser' },
      { note: 'replaced', operation: set('z1', '/api_key', 'invented-after'), asks: 'token' },
      { note: 'cleared', operation: set('z1', '/api_key', null), asks: 'browser' },
      { note: 'removed', operation: remove('z1', '/api_key'), asks: 'token' },
    ]) {
      it(`names one that was ${note}, and never holds it (asked by a ${asks})`, async () => {
        const who = asks === 'browser' ? browser : app.admin
        const operations = [operation, set('z1', '/a', 7)]
        const saved = await save(await app.category({ z1: { api_key: secret, a: 5 } }), operations, who)
        expect(saved.saved.way_back).toEqual({
          operations: [{ ...set('z1', '/a', 5), pin: true }],
          lost: [{ section: 'z1', pointer: '/api_key', reason: 'secret' }],
        })
      })
    }

    it('takes away one that was added', async () => {
      const category = await app.category({ z1: { a: 5 } })
      const saved = await save(category, [set('z1', '/api_key', secret)])
      expect(saved.saved.way_back.lost).toEqual([])
      await browser.post(address(category), writeOf(saved))
      expect(await app.stored(category)).toEqual({ z1: { a: 5 } })
    })
  })

  it('of a change of several categories is told for each that was stored', async () => {
    const [one, two] = [await app.category({ z1: { a: 5 } }), await app.category({ z1: { a: 5 } })]
    const revision = async (category: string) =>
      ((await browser.get(address(category))).body.data as JsonObject).revision
    const changes = [
      { category: one, base_revision: (await revision(one)) ?? null, operations: [remove('z1', '/a')] },
      { category: two, base_revision: (await revision(two)) ?? null, operations: [set('z1', '/a', 5)] },
    ]
    const { body } = await browser.post('/console/system_configs/bulk', { changes })
    const { outcomes } = body.data as unknown as BulkResult
    expect(outcomes.map(({ way_back }) => way_back?.operations)).toEqual([
      [{ ...set('z1', '/a', 5), pin: true }],
      undefined,
    ])
    await browser.post(address(one), {
      base_revision: outcomes[0]?.revision ?? null,
      operations: outcomes[0]?.way_back?.operations ?? [],
    })
    expect(await app.stored(one)).toEqual({ z1: { a: 5 } })
  })
})
