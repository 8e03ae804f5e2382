import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { type LayeredStorage, layeredStorage } from './layered-storage.ts'
import { builtInStorage } from './storage-layer.ts'
import { unusedEntries } from './unused-entries.ts'

const s3 = { handler: 's3', settings: { bucket: 'b' } }

function layers(account: JsonObject, system: JsonObject = {}): LayeredStorage {
  return layeredStorage([
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: system },
    { name: 'account', values: account },
  ])
}

describe(unusedEntries, () => {
  it('tells back-ends and connections that no rule names, with their layer; never local', () => {
    const system = { attachments: { A: s3, B: s3 }, connections: { local: {}, C: { name: 'c' }, D: { name: 'd' } } }
    const account = {
      attachments: { E: s3, F: s3 },
      plan: {
        modb: { attachments: { handler: 'A' }, types: { fax: { attachments: { handler: 'E' }, connection: 'C' } } },
      },
    }
    expect(unusedEntries(layers(account, system), '4.3')).toEqual([
      { map: 'attachments', id: 'B', layer: 'system' },
      { map: 'attachments', id: 'F', layer: 'account' },
      { map: 'connections', id: 'D', layer: 'system' },
    ])
  })

  it('a back-end that lost its only rule to a higher layer is unused', () => {
    const naming = (handler: string) => ({ plan: { modb: { attachments: { handler } } } })
    const unused = unusedEntries(layers(naming('B'), { attachments: { A: s3, B: s3 }, ...naming('A') }), '4.3')
    expect(unused).toEqual([{ map: 'attachments', id: 'A', layer: 'system' }])
  })

  it('local is needed by all that is not in a plan, also where every class goes elsewhere', () => {
    const classes = ['modb', 'account', 'yodb', 'system'].map((name) => [name, { connection: 'C' }])
    const account = { connections: { C: { name: 'c' } }, plan: Object.fromEntries(classes) }
    expect(unusedEntries(layers(account), '4.3')).toEqual([])
  })
})
