import type { SweepReport } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { bulkLimits, bulkOf } from './bulk-of.ts'
import type { Found } from './found.ts'

const report: SweepReport = {
  knows_nodes: true,
  categories: [
    { category: 'one', revision: '1-a', findings: [], left_out: 0 },
    { category: 'two', revision: '2-b', findings: [], left_out: 0 },
  ],
}

function found(category: string, pointer: string, operations = 1): Found {
  return {
    id: `${category}${pointer}`,
    category,
    finding: {
      kind: 'unknown-key',
      section: 'z1',
      pointer,
      is_safe: false,
      operations: Array.from({ length: operations }, () => ({ section: 'z1', pointer, op: 'remove' })),
    },
  }
}

describe(bulkOf, () => {
  it('joins the operations of a category in order, on the revision they were found in', () => {
    const { write, leftOut } = bulkOf([found('two', '/b'), found('one', '/x'), found('two', '/a')], report)
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

  const many = (count: number, make: (at: number) => Found) => Array.from({ length: count }, (_, at) => make(at))
  for (const { note, chosen, included } of [
    {
      note: 'so many keys of a category',
      chosen: many(bulkLimits.operationsEach + 5, (at) => found('one', `/k${at}`)),
      included: bulkLimits.operationsEach,
    },
    {
      note: 'so many categories',
      chosen: many(bulkLimits.categories + 5, (at) => found(`c${at}`, '/k')),
      included: bulkLimits.categories,
    },
    {
      note: 'so many keys in all',
      chosen: many(20, (at) => found(`c${at}`, '/k', 400)),
      included: bulkLimits.operations / 400 - 0.5,
    },
  ]) {
    it(`takes ${note}, and says what is left out`, () => {
      const bulk = bulkOf(chosen, report)
      expect(bulk.included).toHaveLength(included)
      expect(bulk.leftOut).toBe(chosen.length - included)
    })
  }
})
