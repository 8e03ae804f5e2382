import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { entryRemoval, isUnused, newlyUnused } from './entry-usage.ts'

const builtIn = { name: 'built-in', values: { connections: { local: {} } } } as const
const files = { handler: 's3', settings: { bucket: 'invented-bucket' } }
const couch = { driver: 'kazoo_couch', settings: { ip: 'couch.example.net' } }
const toFiles = { modb: { types: { fax: { attachments: { handler: 'files', params: { folder_path: 'f' } } } } } }

const account = (values: JsonObject) => ({ name: 'account', values }) as const
const system = (values: JsonObject) => ({ name: 'system', values }) as const

describe(isUnused, () => {
  for (const { note, layers, expected } of [
    { note: 'nothing names it', layers: [builtIn, account({ attachments: { files } })], expected: true },
    {
      note: 'a rule of its own document does',
      layers: [builtIn, account({ attachments: { files }, plan: toFiles })],
      expected: false,
    },
    {
      note: 'a rule of a layer below does',
      layers: [builtIn, system({ plan: toFiles }), account({ attachments: { files } })],
      expected: false,
    },
  ]) {
    it(note, () => expect(isUnused(layers, 'attachments', 'files', '4.3')).toBe(expected))
  }
})

describe(newlyUnused, () => {
  const unused = account({ attachments: { files } })
  const used = account({ attachments: { files }, plan: toFiles })
  for (const { note, before, now, expected } of [
    { note: 'what is new and named by no rule', before: account({}), now: unused, expected: ['files'] },
    { note: 'what lost the last rule that named it', before: used, now: unused, expected: ['files'] },
    { note: 'not what was unused before', before: unused, now: unused, expected: [] },
    { note: 'not what a rule names', before: account({}), now: used, expected: [] },
  ]) {
    it(note, () => {
      expect(newlyUnused([builtIn, before], [builtIn, now], '4.3').map(({ id }) => id)).toEqual(expected)
    })
  }

  it('not what a layer below defines', () => {
    const below = [builtIn, system({ attachments: { files } })]
    expect(newlyUnused([builtIn, account({})], [...below, account({})], '4.3')).toEqual([])
  })
})

describe(entryRemoval, () => {
  it('takes the mentions of an entry along, and nothing else of the rules', () => {
    const document = { attachments: { files }, connections: { couch }, plan: toFiles }
    expect(entryRemoval([builtIn, account(document)], 'attachments', 'files', '4.3')).toEqual({
      loses: [{ planClass: 'modb', type: 'fax' }],
      breaks: [],
      document: {
        connections: { couch },
        plan: { modb: { types: { fax: { attachments: { params: { folder_path: 'f' } } } } } },
      },
    })
  })

  it('leaves the mentions of one that a layer below defines too: they lead there then', () => {
    const layers = [builtIn, system({ attachments: { files } }), account({ attachments: { files }, plan: toFiles })]
    expect(entryRemoval(layers, 'attachments', 'files', '4.3')).toEqual({
      loses: [],
      breaks: [],
      document: { plan: toFiles },
    })
  })

  it('names the rules of layers below that it would leave leading nowhere', () => {
    const layers = [
      builtIn,
      system({ plan: { modb: { connection: 'couch' } } }),
      account({ connections: { couch }, kept: true }),
    ]
    expect(entryRemoval(layers, 'connections', 'couch', '4.3')).toEqual({
      loses: [],
      breaks: [{ planClass: 'modb', type: undefined }],
      document: { kept: true },
    })
  })
})
