import type { SweepFinding, SweepKind } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { sweepRowKey, sweepRows } from './finding-table.tsx'
import { changesNothing, filteredFindings, foundIn, isMendable } from './found.ts'

function finding(kind: SweepKind, section: string, isSafe = false): SweepFinding {
  return { kind, section, pointer: '/a', is_safe: isSafe, operations: [{ section, pointer: '/a', op: 'remove' }] }
}

const found = foundIn({
  knows_nodes: true,
  categories: [
    {
      category: 'one',
      revision: '1-a',
      findings: [finding('pin', 'default'), finding('unknown-key', 'z1')],
      left_out: 0,
    },
    {
      category: 'two',
      revision: '1-a',
      findings: [finding('unknown-key', 'z1'), finding('equal-to-inherited', 'z2', true), finding('unknown-key', 'z3')],
      left_out: 0,
    },
  ],
})

describe('the findings of a report', () => {
  it('stand by kind, then by category, pins at the end', () => {
    expect(
      sweepRows(found).map((row) => (row.type === 'finding' ? row.found.finding.section : sweepRowKey(row))),
    ).toEqual([
      'equal-to-inherited',
      'equal-to-inherited two',
      'z2',
      'unknown-key',
      'unknown-key one',
      'z1',
      'unknown-key two',
      'z1',
      'z3',
      'pin',
      'pin one',
      'default',
    ])
  })

  it('are told apart by where they were found', () => {
    expect(new Set(sweepRows(found).map(sweepRowKey)).size).toBe(sweepRows(found).length)
  })

  it('are filtered by kind and by category', () => {
    expect(filteredFindings(found, { kind: 'unknown-key', category: 'two' })).toHaveLength(2)
    expect(filteredFindings(found, { category: 'one' })).toHaveLength(2)
    expect(filteredFindings(found, {})).toHaveLength(found.length)
  })
})

const only = (each: SweepFinding) => ({ id: '', category: 'one', finding: each })

describe('what may be chosen', () => {
  for (const { note, each, mendable, safe } of [
    {
      note: 'what is safe, without a look',
      each: finding('equal-to-inherited', 'z1', true),
      mendable: true,
      safe: true,
    },
    { note: 'what changes something, by hand', each: finding('wrong-type', 'z1'), mendable: true, safe: false },
    { note: 'a pin, by hand, even were it safe', each: finding('pin', 'default', true), mendable: true, safe: false },
    { note: 'not the odd one out', each: finding('near-duplicate', 'a@b'), mendable: false, safe: false },
    {
      note: 'nothing that nothing mends',
      each: { ...finding('wrong-type', 'z1'), operations: [] },
      mendable: false,
      safe: false,
    },
  ]) {
    it(note, () => {
      expect([isMendable(only(each)), changesNothing(only(each))]).toEqual([mendable, safe])
    })
  }
})
