import type { NodeDetail, NodeSetting } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { deviations, nodeRows, settingRows } from './node-rows.ts'

const detail = (name: string, settings: Record<string, NodeSetting[]>): NodeDetail => ({
  name,
  kind: 'node',
  zone: 'z1',
  zone_is: 'assigned',
  assigned_zone: 'z1',
  is_known: true,
  zones: ['z1'],
  categories: Object.entries(settings).map(([category, listed]) => ({
    category,
    revision: '1-a',
    settings: listed,
    left_out: category === 'two' ? 3 : 0,
  })),
})
const reads = (pointer: string, layer: 'node' | 'zone' | 'default', value: number): NodeSetting => ({
  pointer,
  readings: [{ layer, value }],
  ...(layer === 'node' ? { own: value } : {}),
  schema_default: 1,
  ...(value === 1 ? {} : { deviates: true }),
})

const left = detail('app@n1', {
  one: [reads('/a', 'node', 5), reads('/b_ms', 'default', 6), reads('/pinned', 'node', 1)],
  two: [reads('/a', 'zone', 7)],
})

const brief = (rows: ReturnType<typeof settingRows>) => rows.map(({ category, pointer }) => `${category}${pointer}`)

describe(settingRows, () => {
  for (const { note, search, expected } of [
    { note: 'what differs from the schema', search: {}, expected: ['one/a', 'one/b_ms', 'two/a'] },
    {
      note: 'what the node sets, differing or not',
      search: { only: 'own' as const },
      expected: ['one/a', 'one/pinned'],
    },
    { note: 'each word of a filter in category or key', search: { q: 'ONE b_' }, expected: ['one/b_ms'] },
  ]) {
    it(`lists ${note}`, () => expect(brief(settingRows(left, undefined, search))).toEqual(expected))
  }

  it('lists beside another node what the two read otherwise, whichever layer says it', () => {
    const right = detail('app@n2', {
      one: [reads('/a', 'zone', 5)],
      three: [reads('/c', 'node', 9), reads('/d', 'node', 1)],
    })
    expect(brief(settingRows(left, right, {}))).toEqual(['one/b_ms', 'three/c', 'two/a'])
  })

  it('holds a reading that depends on the zone for another than one that does not', () => {
    const perhaps: NodeSetting = {
      pointer: '/a',
      readings: [
        { layer: 'default', value: 5, if_zone: null },
        { layer: 'zone', value: 6, if_zone: 'z1' },
      ],
      deviates: true,
    }
    const one = detail('app@n1', { one: [reads('/a', 'node', 5)] })
    expect(settingRows(one, detail('app@n2', { one: [perhaps] }), {})).toHaveLength(1)
    expect(settingRows(detail('app@n3', { one: [perhaps] }), detail('app@n2', { one: [perhaps] }), {})).toEqual([])
  })
})

it('puts settings below their category, which says what is not listed', () => {
  expect(nodeRows(settingRows(left, undefined, { q: 'two' }), left)).toMatchObject([
    { type: 'category', category: 'two', count: 1, leftOut: 3 },
    { type: 'setting', pointer: '/a' },
  ])
})

it('counts what differs by the layer that it comes from', () => {
  expect(deviations(left)).toEqual({ settings: 3, categories: 2, node: 1, zone: 1, default: 1 })
})
