import { describe, expect, it } from 'vitest'
import { entriesOf, unsetAt } from './document-parts.ts'

describe(unsetAt, () => {
  for (const { note, document, pointer, expected } of [
    {
      note: 'objects that are emptied go with it',
      document: { name: 'n', plan: { modb: { types: { fax: { attachments: { handler: 'a' } } } } } },
      pointer: '/plan/modb/types/fax/attachments/handler',
      expected: { name: 'n' },
    },
    {
      note: 'what else is there stays',
      document: { plan: { modb: { types: { fax: { attachments: { handler: 'a', stub: true } } } } } },
      pointer: '/plan/modb/types/fax/attachments/handler',
      expected: { plan: { modb: { types: { fax: { attachments: { stub: true } } } } } },
    },
    {
      note: 'empty objects elsewhere stay',
      document: { connections: { local: {} }, plan: { modb: { connection: 'local' } } },
      pointer: '/plan/modb/connection',
      expected: { connections: { local: {} } },
    },
    {
      note: 'nothing there, nothing done: an empty object around it stays',
      document: { plan: {} },
      pointer: '/plan/modb',
      expected: { plan: {} },
    },
  ]) {
    it(note, () => expect(unsetAt(document, pointer)).toEqual(expected))
  }
})

describe(entriesOf, () => {
  it('gives the entries that are objects', () => {
    expect(entriesOf({ attachments: { a: { handler: 's3' }, b: 'odd' } }, 'attachments')).toEqual([
      ['a', { handler: 's3' }],
    ])
  })

  it('gives none of a map that is no object', () => expect(entriesOf({ attachments: [1] }, 'attachments')).toEqual([]))
})
