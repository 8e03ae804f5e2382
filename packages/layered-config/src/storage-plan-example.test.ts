import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { inspect } from './inspect.ts'
import { mergeRecursive } from './merge-recursive.ts'
import { mergeShallow } from './merge-shallow.ts'

const noPlan = { attachments: {}, connection: 'local', types: {} }
const builtIn = {
  attachments: {},
  connections: { local: {} },
  plan: { account: noPlan, modb: noPlan, system: noPlan, yodb: noPlan },
}
const system = {
  attachments: { S: { handler: 's3', settings: { bucket: 'sysbkt', key: 'K', secret: 'X' } } },
  plan: { modb: { attachments: { handler: 'S' } } },
}
const account = {
  attachments: { H: { handler: 'http', settings: { url: 'https://h', folder_base_path: 'base' } } },
  plan: { modb: { types: { fax: { attachments: { handler: 'H', params: { folder_path: 'faxes' } } } } } },
}

describe('the merges of storage plans, on the worked example of the plan resolver', () => {
  for (const { note, layers, pointers, expected } of [
    {
      note: "a type of the account's own plan goes to the account's back-end",
      layers: [builtIn, system, account],
      pointers: ['/plan/modb', '/plan/modb/types/fax'],
      expected: { handler: 'http', settings: { url: 'https://h', folder_base_path: 'base', folder_path: 'faxes' } },
    },
    {
      note: 'any other type goes where the system plan sends its class',
      layers: [builtIn, system, account],
      pointers: ['/plan/modb', '/plan/modb/types/mailbox_message'],
      expected: { handler: 's3', settings: { bucket: 'sysbkt', key: 'K', secret: 'X' } },
    },
    {
      note: 'a class without a plan has no back-end',
      layers: [builtIn, system, account],
      pointers: ['/plan/account', '/plan/account/types/media'],
      expected: undefined,
    },
    {
      note: 'an account without a document follows the system plan',
      layers: [builtIn, system],
      pointers: ['/plan/modb', '/plan/modb/types/fax'],
      expected: { handler: 's3', settings: { bucket: 'sysbkt', key: 'K', secret: 'X' } },
    },
  ]) {
    it(note, () => {
      const plan = mergeRecursive(...layers)
      const attachments = mergeShallow(...pointers.map((pointer) => objectAt(plan, `${pointer}/attachments`)))
      const entry = objectAt(plan, `/attachments/${attachments.handler}`)
      const settings = mergeShallow(objectAt(entry, '/settings'), objectAt(attachments, '/params'))
      expect(entry.handler === undefined ? undefined : { handler: entry.handler, settings }).toEqual(expected)
    })
  }

  it('names the layer that decides', () => {
    const layers = [
      { name: 'built-in', values: builtIn },
      { name: 'system', values: system },
      { name: 'account', values: account },
    ]
    expect(inspect(layers, '/plan/modb/types/fax/attachments/handler').setBy).toBe('account')
    expect(inspect(layers, '/plan/modb/attachments/handler').setBy).toBe('system')
    expect(inspect(layers, '/plan/account/connection').setBy).toBe('built-in')
    expect(inspect(layers, '/attachments/S/settings/bucket').setBy).toBe('system')
  })

  it('a lower layer cannot be cleared with an empty object, only with null', () => {
    expect(mergeRecursive(system, { plan: { modb: {} } }).plan).toEqual(system.plan)
    expect(mergeRecursive(system, { plan: { modb: { attachments: null } } }).plan).toEqual({ modb: {} })
  })

  it('params of a type replace those of its class as a whole', () => {
    const [ofClass, ofType] = [{ handler: 'S', params: { folder_path: 'x', y: 1 } }, { params: { z: 2 } }]
    expect(mergeShallow(ofClass, ofType)).toEqual({ handler: 'S', params: { z: 2 } })
  })
})

function objectAt(value: JsonValue, pointer: string): JsonObject {
  const found = getAt(value, pointer)
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {}
}
