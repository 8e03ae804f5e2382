import { describe, expect, it } from 'vitest'
import { matrixColumns } from './matrix-columns.ts'

const sections = { default: {}, z2: {}, 'app@lost': {}, 'app@b': {} }
const topology = [
  { name: 'app@b', zone: 'z2' },
  { name: 'app@a', zone: 'z2' },
  { name: 'app@c', zone: 'z1' },
  { name: 'app@nowhere', zone: undefined },
]
const names = (within?: string) => matrixColumns(sections, topology, within).columns.map(({ section }) => section)

describe(matrixColumns, () => {
  it('puts nodes behind their zone, also zones and nodes without a section, and the unplaced last', () => {
    const { columns, groups } = matrixColumns(sections, topology)
    expect(columns.map(({ section }) => section)).toEqual([
      'default',
      'z1',
      'app@c',
      'z2',
      'app@a',
      'app@b',
      'app@lost',
      'app@nowhere',
    ])
    expect(groups.map(({ kind, name, start, size }) => [kind, name, start, size])).toEqual([
      ['default', 'default', 0, 1],
      ['zone', 'z1', 1, 2],
      ['zone', 'z2', 3, 3],
      ['unknown', '', 6, 2],
    ])
  })

  it('is one column where only default is known', () => expect(matrixColumns({}, []).columns).toHaveLength(1))

  for (const { note, within, expected } of [
    { note: 'a zone stands for its nodes', within: 'Z2', expected: ['default', 'z2', 'app@a', 'app@b'] },
    { note: 'a node comes with its zone', within: 'app@c', expected: ['default', 'z1', 'app@c'] },
    { note: 'unplaced nodes are found by name', within: 'lost', expected: ['default', 'app@lost'] },
    { note: 'default stays when nothing fits', within: 'nothing', expected: ['default'] },
  ])
    it(note, () => expect(names(within)).toEqual(expected))
})
