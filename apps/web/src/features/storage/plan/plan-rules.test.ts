import { describe, expect, it } from 'vitest'
import { referencesTo, typesIn, withValueAt } from './plan-rules.ts'

const document = {
  attachments: { a: { handler: 's3' }, b: { handler: 'http' } },
  connections: { c: { driver: 'kazoo_couch' } },
  plan: {
    modb: {
      attachments: { handler: 'a' },
      connection: 'c',
      types: {
        fax: { attachments: { handler: 'a', params: { folder_path: 'f' } } },
        mailbox_message: { attachments: { handler: 'b' }, connection: 'c' },
      },
    },
    account: { types: { media: { attachments: { handler: 'a' } } } },
  },
}

describe(referencesTo, () => {
  for (const { map, id, expected } of [
    { map: 'attachments', id: 'a', expected: ['modb', 'modb fax', 'account media'] },
    { map: 'attachments', id: 'b', expected: ['modb mailbox_message'] },
    { map: 'attachments', id: 'c', expected: [] },
    { map: 'connections', id: 'c', expected: ['modb', 'modb mailbox_message'] },
  ] as const) {
    it(`of ${map} ${id}: ${expected.join(', ') || 'none'}`, () => {
      const rules = referencesTo(document, map, id, '4.3').map(({ rule }) =>
        [rule.planClass, rule.type].filter(Boolean).join(' '),
      )
      expect(rules).toEqual(expected)
    })
  }
})

describe(withValueAt, () => {
  it('makes what is missing on the way', () => {
    expect(withValueAt({}, '/plan/modb/types/fax/attachments/handler', 'a')).toEqual({
      plan: { modb: { types: { fax: { attachments: { handler: 'a' } } } } },
    })
  })

  it('undefined leaves the document as it was before the value was set', () => {
    const pointer = '/plan/modb/types/fax/attachments/handler'
    expect(withValueAt(withValueAt({ name: 'n' }, pointer, 'a'), pointer, undefined)).toEqual({ name: 'n' })
  })
})

describe(typesIn, () => {
  it('gives the usual types first, then those that any plan rules', () => {
    const types = typesIn('account', [{ plan: { account: { types: { odd: {}, media: {} } } } }, { plan: {} }])
    expect(types).toEqual(['media', 'private_media', 'function', 'odd'])
  })
})
