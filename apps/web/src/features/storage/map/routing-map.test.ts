import type { JsonObject } from '@strata/json'
import { type KazooVersion, stack } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import { layoutMap } from './map-layout.ts'
import { type RoutingMap, routingMap } from './routing-map.ts'

const withheld = { $withheld: true }
const system = {
  title: 'System',
  values: {
    attachments: {
      s: { name: 'Shared', handler: 's3', settings: withheld },
      idle: { name: 'Idle', handler: 'http', settings: withheld },
    },
    connections: { far: { name: 'Far away', settings: withheld } },
    plan: { modb: { attachments: { handler: 's' } }, system: { types: { faxes: { connection: 'far' } } } },
  },
}

function mapOf(document: JsonObject, version: KazooVersion = '4.3'): RoutingMap {
  return routingMap([...stack({ system }), { name: 'account', values: document }], ['modb', 'account'], version)
}

function edges(map: RoutingMap, key: string) {
  const row = map.classes.flatMap(({ rows }) => rows).find((each) => each.key === key)
  return row?.edges.map(({ to, layer, isByClass, isDangling }) => ({ to, layer, isByClass, isDangling }))
}

const own = { attachments: { o: { handler: 'azure', name: 'Own' } } }
const faxTo = (handler: string): JsonObject => ({
  ...own,
  plan: { modb: { types: { fax: { attachments: { handler } } } } },
})

describe(routingMap, () => {
  it('a type without a word of its own goes where its class goes, by the layer that says so', () => {
    expect(edges(mapOf({}), '/plan/modb/types/fax')).toEqual([
      { to: 'files:s', layer: 'system', isByClass: true, isDangling: false },
      { to: 'documents:local', layer: 'built-in', isByClass: true, isDangling: false },
    ])
  })

  it('a rule of the document sends its type elsewhere', () => {
    expect(edges(mapOf(faxTo('o')), '/plan/modb/types/fax')?.[0]).toEqual({
      to: 'files:o',
      layer: 'account',
      isByClass: false,
      isDangling: false,
    })
  })

  it('of thousands of types the first hundred have a row, and the others are counted', () => {
    const types = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`t${index}`, { connection: 'local' }]))
    const [modb] = mapOf({ plan: { modb: { types } } }).classes
    expect([modb?.rows.length, modb?.more]).toEqual([101, 4 + 2000 - 100])
  })

  it('files that nobody sends anywhere stay in CouchDB', () => {
    expect(edges(mapOf({}), '/plan/account')?.[0]?.to).toBe('files')
  })

  it('a name that no layer defines has a place of its own, undefined', () => {
    const map = mapOf(faxTo('gone'))
    expect(edges(map, '/plan/modb/types/fax')?.[0]?.isDangling).toBe(true)
    expect(map.places.find(({ key }) => key === 'files:gone')?.state).toBe('undefined')
  })

  it('with rules by month leads wherever KAZOO 5 may send it, and 4.3 knows none of them', () => {
    const document = {
      ...own,
      plan: { modb: { range: { '202401-202412': { attachments: { handler: 'o' }, connection: 'far' } } } },
    }
    const told = (version: KazooVersion) =>
      mapOf(document, version)
        .classes[0]?.rows.at(-1)
        ?.edges.map(({ to, condition }) => [to, condition?.key])
    const plain = [
      ['files:s', undefined],
      ['documents:local', undefined],
    ]
    expect(told('4.3')).toEqual(plain)
    expect(told('5')).toEqual([...plain, ['files:o', '202401-202412'], ['documents:far', '202401-202412']])
    expect(mapOf(document, '5').places.find(({ key }) => key === 'files:o')?.state).toBe('used')
  })

  it('tells the classes on which nodes crash, for want of a rule for any type', () => {
    const crashing = (document: JsonObject) =>
      mapOf(document, '4.3').classes.flatMap(({ planClass, isCrashing }) => (isCrashing ? [planClass] : []))
    expect(crashing(faxTo('o'))).toEqual([])
    expect(crashing({ plan: { modb: { types: null } } })).toEqual(['modb'])
  })

  it('tells what is not used from what other classes use', () => {
    const states = new Map(mapOf(own).places.map(({ key, state }) => [key, state]))
    expect(Object.fromEntries(states)).toEqual({
      files: 'used',
      'files:s': 'used',
      'files:idle': 'unused',
      'files:o': 'unused',
      'documents:local': 'used',
      'documents:far': 'elsewhere',
    })
  })
})

describe(layoutMap, () => {
  it('draws one edge for each part that a rule decides itself, from its row to the middle of its place', () => {
    const map = mapOf(faxTo('o'))
    const { edges: drawn, height } = layoutMap(map)
    const fax = drawn.filter(({ row }) => row.key === '/plan/modb/types/fax')
    const everythingElse = drawn.filter(({ row }) => row.key === '/plan/modb')
    expect(fax.map(({ part, to }) => [part, to])).toEqual([['files', 'files:o']])
    expect(everythingElse.map(({ part }) => part)).toEqual(['files', 'documents'])
    expect(drawn.every(({ from, end }) => from > 0 && end > 0 && from < height && end < height)).toBe(true)
  })

  it('edges to different places end apart, those to one place together', () => {
    const { edges: drawn } = layoutMap(mapOf(faxTo('o')))
    const ends = new Map(drawn.map(({ to, end }) => [to, end]))
    expect(new Set(ends.values()).size).toBe(ends.size)
    expect(drawn.every(({ to, end }) => ends.get(to) === end)).toBe(true)
  })
})
