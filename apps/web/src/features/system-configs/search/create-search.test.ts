import type { ConfigIndex, IndexedCategory } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { createSearch } from './create-search.ts'
import { readQuery } from './search-query.ts'

const secret = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }

const ecallmgr: IndexedCategory = {
  id: 'ecallmgr',
  title: 'Ecallmgr',
  revision: '1-a',
  keys: [
    { pointer: '/acl_request_timeout_ms', type: 'integer', description: 'How long to wait for access lists' },
    { pointer: '/node_down_grace_period', type: 'integer' },
    { pointer: '/capabilities', type: 'array' },
    { pointer: '/proxy', type: 'object', title: 'Outbound proxy' },
    { pointer: '/proxy/host', type: 'string' },
    { pointer: '/proxy/password', type: 'string', secret: true },
    { pointer: '/mode', type: 'integer|string' },
  ],
  sections: {
    default: [
      ['/acl_request_timeout_ms', 2000],
      ['/proxy/password', secret],
    ],
    z1: [['/acl_request_timeout_ms', 500]],
    'ecallmgr@n1': [
      ['/acl_request_timeout_ms', 500, 'noise'],
      ['/node_down_grace_period', 'ten', 'invalid'],
    ],
  },
}

const media: IndexedCategory = {
  id: 'media',
  title: 'Media',
  revision: null,
  keys: [{ pointer: '/timeout_of_uploads', type: 'integer', description: 'After which time uploads are given up' }],
  sections: {},
}

const billing: IndexedCategory = {
  id: 'acme.billing',
  title: 'Acme billing',
  revision: '1-b',
  keys: [],
  sections: {
    z10: [['/currency', 'EUR']],
    'east coast': [['/rates/base', 2.5]],
    'ecallmgr@n2': [['/currency', 'USD']],
  },
}

const index: ConfigIndex = { categories: [billing, ecallmgr, media] }
const search = createSearch(index)
const find = (text: string) => search.find(readQuery(text))
const keys = (text: string) => find(text).map(({ entry }) => `${entry.category} ${entry.key}`)

describe('a key that begins with default', () => {
  const found = createSearch({
    categories: [
      {
        id: 'buckets',
        title: 'Buckets',
        revision: '1-a',
        keys: [
          { pointer: '/default', type: '' },
          { pointer: '/default/limit', type: 'integer' },
        ],
        sections: {
          default: [
            ['/limit', 55],
            ['/default/limit', 7],
          ],
          z1: [['/default/limit', 9]],
        },
      },
    ],
  }).find(readQuery('limit'))

  it('is one setting, with what each section stores for it and what no node reads', () => {
    expect(found.map(({ entry }) => entry.key)).toEqual(['default.limit'])
    const stored = found[0]?.settings.map(({ section, pointer, value, isUnread }) => [
      section + pointer,
      value,
      isUnread,
    ])
    expect(stored).toEqual([
      ['default/limit', 55, false],
      ['default/default/limit', 7, true],
      ['z1/default/limit', 9, false],
    ])
  })
})

describe('what is found', () => {
  for (const { note, text, expected } of [
    { note: 'nothing for a blank search', text: ' ', expected: [] },
    { note: 'nothing for what no setting has', text: 'zzzz', expected: [] },
    { note: 'by key', text: 'grace', expected: ['ecallmgr node_down_grace_period'] },
    { note: 'by key as it is written, dots and all', text: 'proxy.host', expected: ['ecallmgr proxy.host'] },
    {
      note: 'by title, that of the group around it included',
      text: 'outbound',
      expected: ['ecallmgr proxy.host', 'ecallmgr proxy.password'],
    },
    { note: 'by description', text: 'given', expected: ['media timeout_of_uploads'] },
    { note: 'by value', text: 'usd', expected: ['acme.billing currency'] },
    { note: 'by category', text: 'acme', expected: ['acme.billing rates.base', 'acme.billing currency'] },
    {
      note: 'words in different places, in any order',
      text: 'lists ecallmgr acl',
      expected: ['ecallmgr acl_request_timeout_ms'],
    },
    { note: 'with a slip of the finger in the key', text: 'gracee', expected: ['ecallmgr node_down_grace_period'] },
    { note: 'with one in a description, where all else fails', text: 'givven', expected: ['media timeout_of_uploads'] },
    { note: 'what no schema declares', text: 'currency', expected: ['acme.billing currency'] },
    { note: 'never by what stands for a secret', text: 'a1b2c3d4e5f6', expected: [] },
    {
      note: '@overridden: set in any section',
      text: '@overridden timeout',
      expected: ['ecallmgr acl_request_timeout_ms'],
    },
    {
      note: '@node: set by the node, named in part',
      text: '@node:n1',
      expected: ['ecallmgr acl_request_timeout_ms', 'ecallmgr node_down_grace_period'],
    },
    {
      note: '@zone: the zone of that very name, where there is one',
      text: '@zone:z1',
      expected: ['ecallmgr acl_request_timeout_ms'],
    },
    { note: '@zone: with a space in its name', text: '@zone:"east coast"', expected: ['acme.billing rates.base'] },
    { note: 'a zone and a node together widen', text: '@zone:z10 @node:n2', expected: ['acme.billing currency'] },
    { note: 'a zone that there is not', text: '@zone:z9', expected: [] },
    { note: '@secret: set or not', text: '@secret', expected: ['ecallmgr proxy.password'] },
    { note: '@noise: as the server says', text: '@noise', expected: ['ecallmgr acl_request_timeout_ms'] },
    { note: '@invalid: as the server says', text: '@invalid', expected: ['ecallmgr node_down_grace_period'] },
    { note: 'different tokens narrow', text: '@noise @invalid', expected: [] },
    {
      note: '@type: of the schema, one of several',
      text: '@type:string',
      expected: ['acme.billing currency', 'ecallmgr proxy.host', 'ecallmgr proxy.password', 'ecallmgr mode'],
    },
    {
      note: '@type: of what is stored, where no schema says',
      text: '@type:number',
      expected: ['acme.billing rates.base'],
    },
    { note: 'a value is looked for in the sections that are asked for', text: '@node:n1 2000', expected: [] },
    {
      note: 'a token without its value leaves the words alone',
      text: 'grace @node:',
      expected: ['ecallmgr node_down_grace_period'],
    },
  ]) {
    it(note, () => expect(keys(text)).toEqual(expected))
  }
})

describe('which comes first', () => {
  it('what begins with the word comes before what has it inside, in the key before elsewhere', () => {
    expect(keys('timeout')).toEqual(['media timeout_of_uploads', 'ecallmgr acl_request_timeout_ms'])
  })

  it('what is called exactly so comes before what is called so and more, in one word or several', () => {
    const keys = ['/acl_request_timeout_fudge_ms', '/acl_request_timeout_ms'].map((pointer) => ({
      pointer,
      type: 'integer',
    }))
    const other = createSearch({ categories: [{ ...ecallmgr, keys, sections: {} }] })
    const found = (text: string) => other.find(readQuery(text)).map(({ entry }) => entry.key)
    expect(found('acl request timeout')).toEqual(['acl_request_timeout_ms', 'acl_request_timeout_fudge_ms'])
    expect(found('acl_request_timeout_ms')[0]).toBe('acl_request_timeout_ms')
    expect(found('ACL request timeout fudge')[0]).toBe('acl_request_timeout_fudge_ms')
  })

  it('what is written so comes before what is mistyped', () => {
    const similar = { ...media, keys: ['/porto', '/port'].map((pointer) => ({ pointer, type: 'string' })) }
    const { find: findSimilar } = createSearch({ categories: [similar] })
    expect(findSimilar(readQuery('port')).map(({ entry }) => entry.key)).toEqual(['port', 'porto'])
  })
})

describe('what a hit shows', () => {
  it('default first, then zones, then nodes', () => {
    expect(find('acl')[0]?.settings.map(({ section }) => section)).toEqual(['default', 'z1', 'ecallmgr@n1'])
  })

  it('only the sections that were asked for', () => {
    expect(find('acl @zone:z1')[0]?.settings.map(({ section }) => section)).toEqual(['z1'])
    expect(find('@noise')[0]?.settings.map(({ section }) => section)).toEqual(['ecallmgr@n1'])
  })

  it('only the values that hold a word which nothing else has', () => {
    expect(find('acl 500')[0]?.settings.map(({ section }) => section)).toEqual(['z1', 'ecallmgr@n1'])
  })
})

it('knows the names of all sections', () => {
  expect(search.nodes).toEqual(['ecallmgr@n1', 'ecallmgr@n2'])
  expect(search.zones).toEqual(['east coast', 'z1', 'z10'])
})
