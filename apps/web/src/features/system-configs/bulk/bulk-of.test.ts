import { describe, expect, it } from 'vitest'
import { type BulkItem, bulkLimits, bulkOf } from './bulk-of.ts'

const revisions = new Map([
  ['one', '1-a'],
  ['two', '2-b'],
])

function item(category: string, pointer: string, operations = 1): BulkItem {
  return { category, operations: Array.from({ length: operations }, () => ({ section: 'z1', pointer, op: 'remove' })) }
}

describe(bulkOf, () => {
  it('joins the operations of a category in order, on the revision they were found in', () => {
    const { write, leftOut } = bulkOf([item('two', '/b'), item('one', '/x'), item('two', '/a')], revisions)
    expect(write.changes).toEqual([
      {
        category: 'two',
        base_revision: '2-b',
        operations: [
          { section: 'z1', pointer: '/b', op: 'remove' },
          { section: 'z1', pointer: '/a', op: 'remove' },
        ],
      },
      { category: 'one', base_revision: '1-a', operations: [{ section: 'z1', pointer: '/x', op: 'remove' }] },
    ])
    expect(leftOut).toBe(0)
  })

  const many = (count: number, make: (at: number) => BulkItem) => Array.from({ length: count }, (_, at) => make(at))
  for (const { note, chosen, included } of [
    {
      note: 'so many keys of a category',
      chosen: many(bulkLimits.operationsEach + 5, (at) => item('one', `/k${at}`)),
      included: bulkLimits.operationsEach,
    },
    {
      note: 'so many categories',
      chosen: many(bulkLimits.categories + 5, (at) => item(`c${at}`, '/k')),
      included: bulkLimits.categories,
    },
    {
      note: 'so many keys in all',
      chosen: many(20, (at) => item(`c${at}`, '/k', 400)),
      included: bulkLimits.operations / 400 - 0.5,
    },
  ]) {
    it(`takes ${note}, and says what is left out`, () => {
      const bulk = bulkOf(chosen, revisions)
      expect(bulk.included).toHaveLength(included)
      expect(bulk.leftOut).toBe(chosen.length - included)
    })
  }
})
