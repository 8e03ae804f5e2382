import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenByRemoval } from './broken-by-removal.ts'
import { layeredStorage } from './layered-storage.ts'
import { storageLayers } from './storage.arbitraries.ts'
import { builtInStorage, type StorageLayer } from './storage-layer.ts'
import { unusedEntries } from './unused-entries.ts'

const s3 = { handler: 's3', settings: { bucket: 'b' } }

function layers(account: JsonObject, system: JsonObject = {}): StorageLayer[] {
  return [
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: system },
    { name: 'account', values: account },
  ]
}

describe(brokenByRemoval, () => {
  const rule = (handler: string) => ({ attachments: { handler } })
  const account = {
    attachments: { A: s3, B: s3 },
    connections: { C: { name: 'c' } },
    plan: {
      modb: { ...rule('A'), types: { fax: rule('A'), media: rule('B'), gone: rule('x') } },
      account: { connection: 'C' },
    },
  }
  const pointersOf = (map: 'attachments' | 'connections', id: string, system: JsonObject = {}) =>
    brokenByRemoval(layers(account, system), { map, id, layer: 'account' }, '4.3').map(({ pointer }) => pointer)

  it('tells every rule that names the entry, and nothing that dangles already', () => {
    expect(pointersOf('attachments', 'A')).toEqual([
      '/plan/modb/attachments/handler',
      '/plan/modb/types/fax/attachments/handler',
    ])
    expect(pointersOf('connections', 'C')).toEqual(['/plan/account/connection'])
  })

  it('an entry that a lower layer defines too breaks nothing', () => {
    expect(pointersOf('attachments', 'A', { attachments: { A: s3 } })).toEqual([])
  })

  it('an entry that is not there breaks nothing', () => {
    expect(pointersOf('attachments', 'nobody')).toEqual([])
  })

  it('unused entries may go: nothing breaks', () => {
    fc.assert(
      fc.property(storageLayers, (stack) => {
        for (const entry of unusedEntries(layeredStorage(stack), '5')) {
          expect(brokenByRemoval(stack, entry, '5')).toEqual([])
        }
      }),
    )
  })
})
