import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { createCellReader, type MatrixCell } from './matrix-cell.ts'
import type { MatrixColumn } from './matrix-columns.ts'

type Sections = Record<string, JsonObject>

const columns = {
  default: { section: 'default', kind: 'default', zone: undefined },
  z1: { section: 'z1', kind: 'zone', zone: 'z1' },
  placed: { section: 'app@a', kind: 'node', zone: 'z1' },
  unplaced: { section: 'app@a', kind: 'node', zone: undefined },
} as const satisfies Record<string, MatrixColumn>

const rules = {
  readsMembers: (place: string) => place === '/default',
  isDeclared: (place: string) => ['/a', '/default', '/default/x'].includes(place),
}

function cellOf(sections: Sections, column: keyof typeof columns, stored: Sections = sections): MatrixCell {
  const drafted = { sections, defaults: { a: 1 } }
  const read = createCellReader({ stored, drafted, rules, outcome: () => undefined, check: () => [] })
  return read('/a', columns[column])
}

describe('what is read', () => {
  for (const { note, sections, column, expected } of [
    { note: 'nothing is stored: KAZOO’s built-in', sections: {}, column: 'placed', expected: [undefined] },
    { note: 'a zone reads default', sections: { default: { a: 2 } }, column: 'z1', expected: [2] },
    { note: 'a node reads its zone', sections: { default: { a: 2 }, z1: { a: 3 } }, column: 'placed', expected: [3] },
    {
      note: 'a node reads itself first',
      sections: { z1: { a: 3 }, 'app@a': { a: 4 } },
      column: 'placed',
      expected: [4],
    },
    {
      note: 'a node of unknown zone may read default or any zone',
      sections: { default: { a: 2 }, z1: { a: 3 }, z2: { a: 2 } },
      column: 'unplaced',
      expected: [2, 3],
    },
    {
      note: 'the zone does not matter where all say the same',
      sections: { default: { a: 2 }, z1: { a: 2 } },
      column: 'unplaced',
      expected: [2],
    },
    { note: 'null and false are values', sections: { default: { a: false } }, column: 'z1', expected: [false] },
  ] as const)
    it(note, () => expect(cellOf(sections, column).readings.map(({ value }) => value)).toEqual(expected))

  it('never shows the schema default as read', () => {
    const cell = cellOf({}, 'default')
    expect([cell.readings[0]?.value, cell.stated]).toEqual([undefined, 1])
  })
})

describe('what is said of an override', () => {
  for (const { note, sections, column, expected } of [
    { note: 'another value than below', sections: { default: { a: 2 }, z1: { a: 3 } }, column: 'z1', expected: {} },
    { note: 'noise', sections: { default: { a: 2 }, z1: { a: 2 } }, column: 'z1', expected: { isNoise: true } },
    {
      note: 'noise in a node, by its zone',
      sections: { default: { a: 2 }, z1: { a: 3 }, 'app@a': { a: 3 } },
      column: 'placed',
      expected: { isNoise: true },
    },
    {
      note: 'a masked override: equal to default, while the zone says otherwise',
      sections: { default: { a: 2 }, z1: { a: 3 }, 'app@a': { a: 2 } },
      column: 'placed',
      expected: { maskedBy: ['z1'] },
    },
    {
      note: 'masked by every zone that the node may be in',
      sections: { default: { a: 2 }, z1: { a: 3 }, z2: { a: 4 }, 'app@a': { a: 2 } },
      column: 'unplaced',
      expected: { maskedBy: ['z1', 'z2'] },
    },
    {
      note: 'a pin in default, which is no noise',
      sections: { default: { a: 1 } },
      column: 'default',
      expected: { isPin: true },
    },
  ] as const)
    it(note, () => {
      const { isNoise, isPin, maskedBy } = cellOf(sections, column)
      expect({ isNoise, isPin, maskedBy }).toEqual({ isNoise: false, isPin: false, maskedBy: [], ...expected })
    })

  it('is unsaved where the draft says something else than what is stored', () => {
    expect(cellOf({ z1: { a: 3 } }, 'z1', { z1: { a: 3 } }).isUnsaved).toBe(false)
    expect(cellOf({ z1: {} }, 'z1', { z1: { a: 3 } }).isUnsaved).toBe(true)
  })

  it('is invalid by what the schema says of its section, and only where the section sets it', () => {
    const check = () => [{ pointer: '/a', message: 'Too much.' }]
    const drafted = { sections: { z1: { a: 3 } }, defaults: {} }
    const read = createCellReader({ stored: {}, drafted, rules, outcome: () => undefined, check })
    expect(read('/a', columns.z1).error).toBe('Too much.')
    expect(read('/a', columns.default).error).toBeUndefined()
  })
})

it('shows and compares a key that begins with default where nodes look for it in default', () => {
  const drafted = { sections: { default: { x: 5, default: { x: 6 } }, z1: { default: { x: 5 } } }, defaults: {} }
  const read = createCellReader({ stored: drafted.sections, drafted, rules, outcome: () => undefined, check: () => [] })
  expect(read('/default/x', columns.default)).toMatchObject({ own: 5, isUnsaved: false })
  expect(read('/default/x', columns.z1)).toMatchObject({ own: 5, isNoise: true })
})

it('works each cell out once', () => {
  let asked = 0
  const drafted = { sections: { z1: { a: 3 } }, defaults: {} }
  const check = () => {
    asked += 1
    return []
  }
  const read = createCellReader({ stored: {}, drafted, rules, outcome: () => undefined, check })
  expect(read('/a', columns.z1)).toBe(read('/a', columns.z1))
  expect(asked).toBe(1)
})
