import type { InheritedStorage } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { offeredEntries } from '../entries/offered-entries.ts'
import type { StoragePlace } from '../pages/place.ts'
import { layersBelow, layersWithout, ownLayer } from './storage-layers.ts'

const inherited: InheritedStorage = {
  truncated: null,
  layers: [
    { layer: 'built-in', name: 'Built in', attachments: {}, connections: { local: { name: null } }, plan: {} },
    {
      layer: 'system',
      name: 'System',
      attachments: { s: { name: 'Shared', handler: 's3' } },
      connections: {},
      plan: {},
    },
    { layer: 'plan', name: 'EU', attachments: { p: { name: null, handler: 'http' } }, connections: {}, plan: {} },
    { layer: 'account', name: 'Acme', attachments: {}, connections: {}, plan: {} },
  ],
}

const accountId = 'a'.repeat(32)

describe(layersBelow, () => {
  for (const { place, expected } of [
    { place: { scope: 'system' }, expected: ['built-in'] },
    { place: { scope: 'plan', accountId, planId: undefined }, expected: ['built-in', 'system'] },
    { place: { scope: 'account', accountId }, expected: ['built-in', 'system', 'plan', 'account'] },
    { place: { scope: 'user', accountId, userId: 'u' }, expected: ['built-in', 'system', 'plan', 'account'] },
  ] satisfies { place: StoragePlace; expected: string[] }[]) {
    it(`below the ${place.scope}'s: ${expected.join(', ')}`, () => {
      expect(layersBelow(place, inherited).map(({ layer }) => layer)).toEqual(expected)
    })
  }

  it('the built-in layer is known although nothing is told', () => {
    const [only, ...others] = layersBelow({ scope: 'account', accountId }, undefined)
    expect(others).toEqual([])
    expect(Object.keys(only?.connections ?? {})).toEqual(['local'])
  })
})

describe(offeredEntries, () => {
  it('offers the own entries first, then those of each layer downwards; of one id the highest', () => {
    const own = ownLayer(
      { attachments: { h: { name: 'Here', handler: 'azure' }, s: { name: 'Mine', handler: 's3' } } },
      'account',
    )
    const offered = offeredEntries([...inherited.layers, own], 'attachments')
    expect(offered.map(({ id, name, handler, layer }) => [id, name, handler, layer.layer])).toEqual([
      ['h', 'Here', 'azure', 'here'],
      ['s', 'Mine', 's3', 'here'],
      ['p', undefined, 'http', 'plan'],
    ])
  })
})

describe(layersWithout, () => {
  it('takes one place out of the own plan and out of no other', () => {
    const plan = { modb: { connection: 'c' } }
    const below = { ...ownLayer({ plan }, 'account'), layer: 'system' } as const
    const [first, second] = layersWithout([below, ownLayer({ plan }, 'account')], '/plan/modb/connection')
    expect([first?.plan, second?.plan]).toEqual([plan, { modb: {} }])
  })
})
