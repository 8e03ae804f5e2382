import type { IndexedCategory } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { commonKind, valuesOf } from './chosen-values.ts'
import { createSearch } from './create-search.ts'
import { readQuery } from './search-query.ts'
import { movingWork, removalWork, settingWork } from './value-work.ts'

const secret = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }

const category: IndexedCategory = {
  id: 'one',
  title: 'One',
  revision: '1-a',
  keys: [
    { pointer: '/pace_ms', type: 'integer' },
    { pointer: '/ratio', type: 'number' },
    { pointer: '/mode', type: 'integer|string' },
    { pointer: '/is_on', type: 'boolean' },
    { pointer: '/list', type: 'array' },
    { pointer: '/password', type: 'string', secret: true },
    { pointer: '/default', type: '' },
    { pointer: '/default/limit', type: 'integer' },
  ],
  sections: {
    default: [
      ['/pace_ms', 1],
      ['/ratio', 0.5],
      ['/is_on', true],
      ['/list', []],
      ['/limit', 55],
    ],
    z1: [['/pace_ms', 7]],
    'app@n1': [
      ['/pace_ms', 7],
      ['/mode', 'slow'],
      ['/password', secret],
      ['/default/limit', 9],
      ['/undeclared', 'x'],
    ],
    'app@n2': [['/pace_ms', 7]],
    'app@n3': [['/pace_ms', 8]],
    'app@lost': [['/pace_ms', 7]],
    'app@long': [['/undeclared', `${'x'.repeat(200)}…`]],
  },
}

const zones = new Map([
  ['app@n1', 'z1'],
  ['app@n2', 'z1'],
  ['app@n3', 'z2'],
])
const zoneOf = (node: string) => zones.get(node)
const search = createSearch({ categories: [category] })
/** The stored values of a key, in the sections named. */
const chosen = (key: string, sections?: string[]) =>
  search
    .find(readQuery(key))
    .filter(({ entry }) => entry.key === key)
    .flatMap(valuesOf)
    .filter(({ setting }) => sections === undefined || sections.includes(setting.section))

describe('one value for all that are chosen', () => {
  it('is set wherever one is stored; a secret is left out', () => {
    const { items, leftOut } = settingWork([...chosen('pace_ms', ['z1', 'app@n1']), ...chosen('password')], 5)
    expect(items).toEqual([
      { category: 'one', values: 1, operations: [{ section: 'z1', pointer: '/pace_ms', op: 'set', value: 5 }] },
      { category: 'one', values: 1, operations: [{ section: 'app@n1', pointer: '/pace_ms', op: 'set', value: 5 }] },
    ])
    expect([...leftOut]).toEqual([['secret', 1]])
  })

  for (const { note, keys, kind } of [
    { note: 'an integer fits a key of numbers, too', keys: ['pace_ms', 'ratio'], kind: 'integer' },
    { note: 'of several types the stored one comes first', keys: ['mode'], kind: 'string' },
    { note: 'what no schema declares keeps its type', keys: ['undeclared'], kind: 'string' },
    { note: 'a switch', keys: ['is_on'], kind: 'boolean' },
    { note: 'none fits different types', keys: ['pace_ms', 'is_on'], kind: undefined },
    { note: 'none fits lists', keys: ['list'], kind: undefined },
  ]) {
    it(note, () => expect(commonKind(keys.flatMap((key) => chosen(key)))).toBe(kind))
  }
})

it('a secret can be removed, although nobody here knows it', () => {
  const { items, leftOut } = removalWork(chosen('password'))
  expect(items.flatMap(({ operations }) => operations)).toEqual([
    { section: 'app@n1', pointer: '/password', op: 'remove' },
  ])
  expect(leftOut.size).toBe(0)
})

describe('moving values', () => {
  it('to the zones of their nodes: once for each place, removed from the nodes; the others are told', () => {
    const { items, leftOut } = movingWork(chosen('pace_ms'), 'zone', zoneOf)
    expect(items).toEqual([
      {
        category: 'one',
        values: 2,
        operations: [
          { section: 'z1', pointer: '/pace_ms', op: 'set', value: 7, pin: true },
          { section: 'app@n1', pointer: '/pace_ms', op: 'remove' },
          { section: 'app@n2', pointer: '/pace_ms', op: 'remove' },
        ],
      },
      {
        category: 'one',
        values: 1,
        operations: [
          { section: 'z2', pointer: '/pace_ms', op: 'set', value: 8, pin: true },
          { section: 'app@n3', pointer: '/pace_ms', op: 'remove' },
        ],
      },
    ])
    expect(Object.fromEntries(leftOut)).toEqual({ lowest: 2, zone: 1 })
  })

  it('to default: where the API stores what nodes read', () => {
    expect(movingWork(chosen('default.limit', ['app@n1']), 'default', zoneOf).items[0]?.operations).toEqual([
      { section: 'default', pointer: '/limit', op: 'set', value: 9, pin: true },
      { section: 'app@n1', pointer: '/default/limit', op: 'remove' },
    ])
  })

  for (const { note, values, reason } of [
    {
      note: 'what says different things of one place',
      values: chosen('pace_ms', ['app@n1', 'app@n3']),
      reason: 'differ',
    },
    { note: 'a secret', values: chosen('password'), reason: 'secret' },
    { note: 'of what the search knows only the beginning', values: chosen('undeclared', ['app@long']), reason: 'long' },
  ]) {
    it(`leaves out ${note}`, () => {
      const { items, leftOut } = movingWork(values, 'default', zoneOf)
      expect(items).toEqual([])
      expect([...leftOut]).toEqual([[reason, values.length]])
    })
  }
})
