import type { InheritedStorage } from '@strata/api-types'
import { layeredStorage, type StorageLayer, stack, unusedEntries } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import { offeredEntries } from '../entries/offered-entries.ts'
import type { StoragePlace } from '../pages/place.ts'
import { documentsBelow, layersWith, layersWithout, withOwnDocument } from './storage-layers.ts'

const inherited: InheritedStorage = {
  truncated: null,
  layers: [
    { layer: 'built-in', name: 'Built in', attachments: {}, connections: { local: { name: null } }, plan: {} },
    {
      layer: 'system',
      name: 'System',
      attachments: { s: { name: 'Shared', handler: 's3' } },
      connections: { c: { name: null } },
      plan: {},
    },
    { layer: 'plan', name: 'EU', attachments: { p: { name: null, handler: 'http' } }, connections: {}, plan: {} },
    { layer: 'account', name: 'Acme', attachments: {}, connections: {}, plan: {} },
  ],
}

const accountId = 'a'.repeat(32)

describe(documentsBelow, () => {
  for (const { place, expected } of [
    { place: { scope: 'system' }, expected: [] },
    { place: { scope: 'plan', accountId, planId: undefined }, expected: ['system'] },
    { place: { scope: 'account', accountId }, expected: ['system', 'plan'] },
    { place: { scope: 'user', accountId, userId: 'u' }, expected: ['system', 'plan', 'account'] },
  ] satisfies { place: StoragePlace; expected: string[] }[]) {
    it(`below the ${place.scope}'s: ${expected.join(', ') || 'none'}`, () => {
      expect(Object.keys(documentsBelow(place, inherited))).toEqual(expected)
    })
  }

  it('the built-in layer is known although nothing is told', () => {
    const [only, ...others] = stack(documentsBelow({ scope: 'account', accountId }, undefined))
    expect(others).toEqual([])
    expect(Object.keys(Object(only?.values.connections))).toEqual(['local'])
  })

  it('an entry of which nothing is told but that it is there is one', () => {
    const storage = layeredStorage(stack(documentsBelow({ scope: 'plan', accountId, planId: 'p' }, inherited)))
    expect(storage.isDefined('/connections/c')).toBe(true)
    expect(unusedEntries(storage, '4.3').map(({ id }) => id)).toEqual(['s', 'c'])
  })
})

describe(layersWith, () => {
  const namesOf = (place: StoragePlace, isThere: boolean) =>
    layersWith(place.scope, documentsBelow(place, inherited), {}, isThere).map(({ name }) => name)

  it('an account goes by its plan once it has a document', () => {
    expect(namesOf({ scope: 'account', accountId }, true)).toEqual(['built-in', 'system', 'plan', 'account'])
    expect(namesOf({ scope: 'account', accountId }, false)).toEqual(['built-in', 'system', 'account'])
  })

  it('a user without a document goes by the plan of the account that has one', () => {
    const place = { scope: 'user', accountId, userId: 'u' } as const
    expect(namesOf(place, false)).toEqual(['built-in', 'system', 'plan', 'account', 'user'])
  })
})

describe(offeredEntries, () => {
  it('offers the own entries first, then those of each layer downwards; of one id the highest', () => {
    const below = documentsBelow({ scope: 'user', accountId, userId: 'u' }, inherited)
    const attachments = { h: { name: 'Here', handler: 'azure' }, s: { name: 'Mine', handler: 's3' } }
    const offered = offeredEntries(stack({ ...below, user: { values: { attachments } } }), 'attachments')
    expect(offered.map(({ id, name, handler, layer }) => [id, name, handler, layer])).toEqual([
      ['h', 'Here', 'azure', 'user'],
      ['s', 'Mine', 's3', 'user'],
      ['p', undefined, 'http', 'plan'],
    ])
  })
})

describe('the document that is edited', () => {
  const plan = { modb: { connection: 'c' } }
  const layers: StorageLayer[] = [
    { name: 'system', values: { plan } },
    { name: 'account', values: { plan } },
  ]

  it('loses one place of its plan, and no other layer does', () => {
    const [first, second] = layersWithout(layers, '/plan/modb/connection')
    expect([first?.values, second?.values]).toEqual([{ plan }, { plan: { modb: {} } }])
  })

  it('is the last of the layers', () => {
    expect(withOwnDocument(layers, { a: 1 }).map(({ values }) => values)).toEqual([{ plan }, { a: 1 }])
  })
})
