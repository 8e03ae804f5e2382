import { describe, expect, it } from 'vitest'
import { addBlock, extendTo, gridAxes, selectBlock, selectCell, selectedCells } from './grid-selection.ts'

const axes = gridAxes(['a', 'b', 'c'], ['x', 'y', 'z'])
const at = (name: string) => ({ row: name.slice(0, 1), column: name.slice(1) })
const names = (selection: Parameters<typeof selectedCells>[0], of = axes) =>
  selectedCells(selection, of)
    .places()
    .map(({ row, column }) => row + column)

describe('a selection', () => {
  for (const { note, selection, expected } of [
    { note: 'is one cell', selection: selectCell(at('by')), expected: ['by'] },
    {
      note: 'is a block between two corners, whichever they are',
      selection: selectBlock(at('cy'), at('bx')),
      expected: ['bx', 'by', 'cx', 'cy'],
    },
    {
      note: 'is extended from where it began',
      selection: extendTo(extendTo(selectCell(at('ax')), at('cz'), axes), at('ay'), axes),
      expected: ['ax', 'ay'],
    },
    {
      note: 'holds blocks beside each other',
      selection: addBlock(selectCell(at('ax')), at('cz'), at('cz')),
      expected: ['ax', 'cz'],
    },
    {
      note: 'loses cells that are added again',
      selection: addBlock(selectBlock(at('ax'), at('az')), at('ay'), at('ay')),
      expected: ['ax', 'az'],
    },
  ])
    it(note, () => {
      expect(names(selection)).toEqual(expected)
      expect(selectedCells(selection, axes).count).toBe(expected.length)
      for (const [row, name] of axes.rows.entries())
        for (const [column, section] of axes.columns.entries())
          expect(selectedCells(selection, axes).isSelected(row, column)).toBe(expected.includes(name + section))
    })

  it('is active where it was last led to', () =>
    expect(selectedCells(extendTo(selectCell(at('ax')), at('bz'), axes), axes).active).toEqual({ row: 1, column: 2 }))

  it('stays on its cells while others are filtered away', () =>
    expect(names(selectBlock(at('ax'), at('cx')), gridAxes(['a', 'c'], ['x']))).toEqual(['ax', 'cx']))

  it('falls back to the first cell when its own is filtered away', () => {
    const narrowed = gridAxes(['a', 'c'], ['x', 'y'])
    expect(names(selectCell(at('by')), narrowed)).toEqual(['ax'])
    expect(selectedCells(selectCell(at('by')), narrowed).active).toEqual({ row: 0, column: 0 })
  })

  it('is extended from the first cell when its own is filtered away', () => {
    const narrowed = gridAxes(['a', 'c'], ['x', 'y'])
    expect(names(extendTo(selectCell(at('by')), at('cx'), narrowed), narrowed)).toEqual(['ax', 'cx'])
  })

  it('is empty where there are no cells', () => expect(names(selectCell(at('by')), gridAxes([], ['x']))).toEqual([]))
})
