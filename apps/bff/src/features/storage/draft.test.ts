import type { JsonObject } from '@strata/json'
import { builtInStorage, type StorageLayer } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import { referenceErrors } from './draft.ts'

const below: StorageLayer[] = [
  { name: 'built-in', values: builtInStorage },
  {
    name: 'system',
    values: {
      attachments: { b1: { handler: 's3' } },
      connections: { c1: { driver: 'kazoo_couch' } },
      plan: { modb: { types: { media: { connection: 'gone' } } } },
    },
  },
]
const errorsOf = (plan: JsonObject) => referenceErrors([...below, { name: 'account', values: { plan } }], '4.3')

describe(referenceErrors, () => {
  for (const { note, plan, paths } of [
    {
      note: 'what the layers define may be named',
      plan: { modb: { attachments: { handler: 'b1' }, connection: 'c1' } },
      paths: [],
    },
    { note: 'local is always there', plan: { modb: { types: { fax: { connection: 'local' } } } }, paths: [] },
    {
      note: 'a class names an unknown back-end',
      plan: { modb: { attachments: { handler: 'x' } } },
      paths: ['plan.modb.attachments.handler'],
    },
    {
      note: 'a class names an unknown connection',
      plan: { account: { connection: 'x' } },
      paths: ['plan.account.connection'],
    },
    {
      note: 'a type names an unknown back-end',
      plan: { modb: { types: { fax: { attachments: { handler: 'x' } } } } },
      paths: ['plan.modb.types.fax.attachments.handler'],
    },
    {
      note: 'a type no schema knows counts too, and its dots are escaped',
      plan: { modb: { types: { 'my.type': { connection: 'x' } } } },
      paths: ['plan.modb.types.my%2Etype.connection'],
    },
    {
      note: 'every offender is named',
      plan: { modb: { attachments: { handler: 'x' }, connection: 'y' }, system: { connection: 'z' } },
      paths: ['plan.modb.attachments.handler', 'plan.modb.connection', 'plan.system.connection'],
    },
    {
      note: 'names of Object are not defined',
      plan: { modb: { connection: 'constructor' } },
      paths: ['plan.modb.connection'],
    },
    {
      note: 'other shapes are left to the schema',
      plan: { modb: { types: [], attachments: 'x', connection: 5 } },
      paths: [],
    },
  ] satisfies { note: string; plan: JsonObject; paths: string[] }[]) {
    it(note, () => expect(Object.keys(errorsOf(plan)).sort()).toEqual(paths.toSorted()))
  }

  it('what a layer below names wrongly is not the fault of this document', () => expect(errorsOf({})).toEqual({}))

  it("has KAZOO's keyword, and says what is missing", () => {
    expect(errorsOf({ modb: { attachments: { handler: 'abc' } } })).toEqual({
      'plan.modb.attachments.handler': {
        error: { message: "Neither this document nor a layer below it defines the back-end 'abc'.", value: 'abc' },
      },
    })
  })
})
