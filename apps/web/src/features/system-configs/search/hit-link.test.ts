import type { IndexedCategory } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { landing } from './hit-link.ts'
import { searchEntries } from './search-entry.ts'

const node = 'ecallmgr@n1.example.net'

const ecallmgr: IndexedCategory = {
  id: 'ecallmgr',
  title: 'Ecallmgr',
  revision: '1-a',
  keys: [
    { pointer: '/timeout_ms', type: 'integer' },
    { pointer: '/default', type: '' },
    { pointer: '/default/limit', type: 'integer' },
  ],
  sections: {
    default: [
      ['/limit', 55],
      ['/shared', 1],
    ],
    z1: [['/zoned', 2]],
    [node]: [
      ['/timeout_ms', 500],
      ['/shared', 3],
      ['/own', 4],
    ],
  },
}

const entries = searchEntries({ categories: [ecallmgr] })

describe(landing, () => {
  for (const { note, key, open, expected } of [
    { note: 'default, although only a node sets it', key: 'timeout_ms', expected: 'default/timeout_ms' },
    { note: 'the section that is open', key: 'timeout_ms', open: 'z1', expected: 'z1/timeout_ms' },
    { note: 'the node’s section that is open', key: 'timeout_ms', open: node, expected: `${node}/timeout_ms` },
    { note: 'where default stores a key that begins with default', key: 'default.limit', expected: 'default/limit' },
    { note: 'where others store it', key: 'default.limit', open: 'z1', expected: 'z1/default/limit' },
    { note: 'what no schema declares is inherited from default', key: 'shared', open: 'z1', expected: 'z1/shared' },
    { note: 'else it is only where it is stored: a zone', key: 'zoned', expected: 'z1/zoned' },
    { note: 'else it is only where it is stored: a node', key: 'own', open: 'z1', expected: `${node}/own` },
  ]) {
    it(note, () => {
      const entry = entries.find((each) => each.key === key)
      if (entry === undefined) throw new Error(`no entry ${key}`)
      const place = landing(entry, open === undefined ? undefined : { category: 'ecallmgr', section: open })
      expect(place.section + place.pointer).toBe(expected)
    })
  }

  it('is default while a section of another category is open', () => {
    const [entry] = entries
    if (entry === undefined) throw new Error('no entry')
    expect(landing(entry, { category: 'media', section: node }).section).toBe('default')
  })
})
