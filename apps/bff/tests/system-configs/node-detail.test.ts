import type { NodeDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../_client.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

describe('what a node reads', () => {
  let app: ConfigApp
  let browser: Client
  let one: string
  let two: string
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
    one = await app.category({
      default: { a: 5, flag: true },
      z1: { a: 6 },
      z2: { a: 7, b: { c: 8 } },
      'app@n1': { a: 9, b: { c: 2 }, api_key: 'invented-secret' },
    })
    two = await app.category({ default: { a: 1 }, z2: { list: ['x'] } })
    await app.category({ 'app@other': { a: 3 } })
    await app.admin.post('/console/topology', { base_revision: null, nodes: { 'app@n1': 'z1', 'app@n2': 'z1' } })
  })
  afterAll(() => app.stop())

  const ask = async (path: string) => (await browser.get(`/console/nodes/${path}`)).body.data as unknown as NodeDetail
  const read = ({ categories }: NodeDetail) =>
    Object.fromEntries(
      categories.map(({ category, settings }) => [
        category,
        settings.map(({ pointer, readings }) => [
          pointer,
          ...readings.map((reading) =>
            reading.layer === 'built-in' ? 'built-in' : `${reading.layer} ${reading.value}`,
          ),
        ]),
      ]),
    )

  it('is told by category with the layer that it comes from; what equals the schema only where it sets it', async () => {
    const detail = await ask('app@n1')
    expect(detail).toMatchObject({ kind: 'node', zone: 'z1', zone_is: 'assigned', is_known: true, zones: ['z1', 'z2'] })
    expect(detail.categories.map(({ category }) => category)).toEqual([one])
    expect(detail.categories[0]?.settings).toEqual([
      { pointer: '/a', readings: [{ layer: 'node', value: 9 }], own: 9, schema_default: 1, deviates: true },
      {
        pointer: '/api_key',
        readings: [{ layer: 'node', value: { $secret: 'set', fingerprint: expect.any(String) } }],
        own: { $secret: 'set', fingerprint: expect.any(String) },
        deviates: true,
      },
      { pointer: '/b/c', readings: [{ layer: 'node', value: 2 }], own: 2, schema_default: 2 },
      { pointer: '/flag', readings: [{ layer: 'default', value: true }], deviates: true },
    ])
    expect(JSON.stringify(detail)).not.toContain('invented')
  })

  it('follows the zone that is supposed, also for a node that nobody knows', async () => {
    const detail = await ask('app@n13?zone=z2')
    expect(detail).toMatchObject({ zone: 'z2', zone_is: 'supposed', assigned_zone: null, is_known: false })
    expect(read(detail)).toEqual({
      [one]: [
        ['/a', 'zone 7'],
        ['/b/c', 'zone 8'],
        ['/flag', 'default true'],
      ],
      [two]: [['/list', 'zone x']],
    })
    expect(await ask('app@n1?zone=z2')).toMatchObject({ zone: 'z2', zone_is: 'supposed', assigned_zone: 'z1' })
  })

  it('is told for each zone that it may be in where nobody knows the zone', async () => {
    const { zone_is, categories } = await ask('app@n13')
    expect(zone_is).toBe('unknown')
    expect(categories[0]?.settings[0]).toEqual({
      pointer: '/a',
      readings: [
        { layer: 'default', value: 5, if_zone: null },
        { layer: 'zone', value: 6, if_zone: 'z1' },
        { layer: 'zone', value: 7, if_zone: 'z2' },
      ],
      schema_default: 1,
      deviates: true,
    })
  })

  it('can be asked of a zone', async () => {
    expect(await ask('z2')).toMatchObject({ kind: 'zone', zone: 'z2', is_known: true })
    expect(read(await ask('z2'))[one]).toEqual([
      ['/a', 'zone 7'],
      ['/b/c', 'zone 8'],
      ['/flag', 'default true'],
    ])
  })

  it('is bounded: long values are cut, apart from each other, and long lists are counted', async () => {
    const long = (end: string) => `${'x'.repeat(500)}${end}`
    const many: JsonObject = Object.fromEntries([...Array(600).keys()].map((key) => [`key${key}`, key]))
    const category = await app.category({ 'app@big': { ...many, a_long: long('1'), b_long: long('2') } })
    const found = (await ask('app@big')).categories.find((each) => each.category === category)
    expect(found).toMatchObject({ left_out: 102 })
    expect(found?.settings).toHaveLength(500)
    const [first, second] = ['/a_long', '/b_long'].map(
      (key) => found?.settings.find(({ pointer }) => pointer === key)?.own,
    )
    expect(String(first).length).toBeLessThan(420)
    expect(first).not.toBe(second)
  })

  for (const path of [
    'default',
    'id',
    '_all',
    'pvt_x@y',
    'a%2Fb@c',
    'a%00@c',
    `${'x'.repeat(300)}@y`,
    'app@n1?zone=a@b',
  ]) {
    it(`is not asked of ${path.slice(0, 20)}`, async () => {
      expect((await browser.get(`/console/nodes/${path}`)).status).toBe(400)
    })
  }
})
