import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { decideRule, type RulePart } from './decide-rule.ts'
import type { StorageLayer } from './storage-layers.ts'

function layer(name: StorageLayer['layer'], plan: JsonObject): StorageLayer {
  return { layer: name, name, attachments: { S: s3, H: s3 }, connections: {}, plan }
}

const s3 = { name: null, handler: 's3' }
const rule = { attachments: {}, connection: 'local', types: {} }
const builtIn = layer('built-in', { account: rule, modb: rule, system: rule, yodb: rule })
/** The worked example of KAZOO's plan resolver. */
const system = layer('system', { modb: { attachments: { handler: 'S', params: { folder_path: 'calls' } } } })
const account = layer('here', {
  modb: { types: { fax: { attachments: { handler: 'H', params: { folder_path: 'faxes' } } } } },
})

describe(decideRule, () => {
  for (const { note, layers, type, part, expected } of [
    {
      note: 'a type of the own plan',
      layers: [builtIn, system, account],
      type: 'fax',
      part: 'handler',
      expected: ['H', 'here', false],
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
      expected: ['faxes', 'here', false],
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
      layers: [builtIn, system, layer('here', { modb: { types: { fax: { attachments: { params: { x: 1 } } } } } })],
      type: 'fax',
      part: 'folder',
      expected: [undefined, 'here', false],
    },
    {
      note: 'a higher layer decides each part by itself',
      layers: [
        builtIn,
        { ...account, layer: 'plan' },
        layer('here', { modb: { types: { fax: { connection: 'c' } } } }),
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
        layer('here', { modb: { types: { fax: { attachments: { stub: false } } } } }),
      ],
      type: 'fax',
      part: 'stub',
      expected: [false, 'here', false],
    },
  ] satisfies {
    note: string
    layers: StorageLayer[]
    type: string | undefined
    part: RulePart
    expected: unknown[]
  }[]) {
    it(note, () => {
      const { value, layer: decider, isByClass } = decideRule(layers, { databaseClass: 'modb', type }, part)
      expect([value, decider?.layer, isByClass]).toEqual(expected)
    })
  }
})
