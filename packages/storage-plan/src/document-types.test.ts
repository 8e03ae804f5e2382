import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { documentTypes } from './document-types.ts'
import { type LayeredStorage, layeredStorage } from './layered-storage.ts'
import { planClasses } from './plan-rule.ts'
import { builtInStorage } from './storage-layer.ts'

function layers(account: JsonObject, system: JsonObject = {}): LayeredStorage {
  return layeredStorage([
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: system },
    { name: 'account', values: account },
  ])
}

describe(documentTypes, () => {
  it('are the usual ones and those with a rule in any layer, each once', () => {
    const rules = (...names: string[]) => ({
      plan: { modb: { types: Object.fromEntries(names.map((name) => [name, { connection: 'local' }])) } },
    })
    expect(documentTypes(layers(rules('fax', 'mine'), rules('mine', 'theirs')), 'modb')).toEqual([
      'mailbox_message',
      'call_recording',
      'fax',
      'media',
      'mine',
      'theirs',
    ])
  })

  it('types of the system are those of its own layers', () => {
    const own = { plan: { system: { types: { offnet: { connection: 'local' } } } } }
    expect(documentTypes(layers(own), 'system')).not.toContain('offnet')
    expect(documentTypes(layers({}, own), 'system')).toContain('offnet')
  })

  it('every class has a list', () => {
    for (const planClass of planClasses) expect(documentTypes(layers({}), planClass)).toEqual(expect.any(Array))
  })
})
