import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { decidedPart, type RulePartName } from './decided-part.ts'
import { layeredStorage } from './layered-storage.ts'
import { builtInStorage, type StorageLayer, type StorageLayerName } from './storage-layer.ts'

function layer(name: StorageLayerName, plan: JsonObject): StorageLayer {
  return { name, values: { plan } }
}

const builtIn: StorageLayer = { name: 'built-in', values: builtInStorage }
/** The worked example of KAZOO's plan resolver. */
const system = layer('system', { modb: { attachments: { handler: 'S', params: { folder_path: 'calls' } } } })
const account = layer('account', {
  modb: { types: { fax: { attachments: { handler: 'H', params: { folder_path: 'faxes' } } } } },
})

describe(decidedPart, () => {
  for (const { note, layers, type, part, expected } of [
    {
      note: 'a type of the own plan',
      layers: [builtIn, system, account],
      type: 'fax',
      part: 'handler',
      expected: ['H', 'account', false],
    },
    {
      note: 'a type without a rule follows its class',
      layers: [builtIn, system, account],
      type: 'mailbox_message',
      part: 'handler',
      expected: ['S', 'system', true],
    },
    {
      note: 'the class itself',
      layers: [builtIn, system, account],
      type: undefined,
      part: 'handler',
      expected: ['S', 'system', false],
    },
    {
      note: 'nobody says where files go',
      layers: [builtIn],
      type: 'fax',
      part: 'handler',
      expected: [undefined, undefined, false],
    },
    {
      note: 'documents stay in the cluster unless somebody says otherwise',
      layers: [builtIn, system],
      type: 'fax',
      part: 'connection',
      expected: ['local', 'built-in', true],
    },
    {
      note: 'a folder of the type replaces that of the class',
      layers: [builtIn, system, account],
      type: 'fax',
      part: 'folder',
      expected: ['faxes', 'account', false],
    },
    {
      note: 'a folder of the class holds where the type sets no params',
      layers: [builtIn, system, account],
      type: 'media',
      part: 'folder',
      expected: ['calls', 'system', true],
    },
    {
      note: 'other params of a type hide the folder of the class: params are replaced as a whole',
      layers: [builtIn, system, layer('account', { modb: { types: { fax: { attachments: { params: { x: 1 } } } } } })],
      type: 'fax',
      part: 'folder',
      expected: [undefined, 'account', false],
    },
    {
      note: 'a higher layer decides each part by itself',
      layers: [
        builtIn,
        { ...account, name: 'plan' },
        layer('account', { modb: { types: { fax: { connection: 'c' } } } }),
      ],
      type: 'fax',
      part: 'handler',
      expected: ['H', 'plan', false],
    },
    {
      note: 'false is a word, too',
      layers: [
        builtIn,
        layer('system', { modb: { attachments: { handler: 'S', stub: true } } }),
        layer('account', { modb: { types: { fax: { attachments: { stub: false } } } } }),
      ],
      type: 'fax',
      part: 'stub',
      expected: [false, 'account', false],
    },
  ] satisfies {
    note: string
    layers: StorageLayer[]
    type: string | undefined
    part: RulePartName
    expected: unknown[]
  }[]) {
    it(note, () => {
      const { value, by, isByClass } = decidedPart(layeredStorage(layers), { planClass: 'modb', type }, part)
      expect([value, by?.layer, isByClass]).toEqual(expected)
    })
  }

  it('says nothing of a class that no plan tells apart', () => {
    const storage = layeredStorage([layer('system', { invented: { connection: 'c' } })])
    expect(decidedPart(storage, { planClass: 'invented', type: undefined }, 'connection')).toEqual({
      value: undefined,
      by: undefined,
      isByClass: false,
    })
  })
})
