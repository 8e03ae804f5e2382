import { describe, expect, it } from 'vitest'
import { nextCell } from './next-cell.ts'

const size = { rows: 70, columns: 500, page: 20 }
const from = { row: 30, column: 100 }

describe(nextCell, () => {
  for (const { key, isFar = false, start = from, expected } of [
    { key: 'ArrowDown', expected: { row: 31, column: 100 } },
    { key: 'ArrowLeft', expected: { row: 30, column: 99 } },
    { key: 'PageUp', expected: { row: 10, column: 100 } },
    { key: 'PageDown', start: { row: 60, column: 3 }, expected: { row: 69, column: 3 } },
    { key: 'Home', expected: { row: 30, column: 0 } },
    { key: 'End', expected: { row: 30, column: 499 } },
    { key: 'ArrowUp', start: { row: 0, column: 5 }, expected: { row: 0, column: 5 } },
    { key: 'ArrowRight', isFar: true, expected: { row: 30, column: 499 } },
    { key: 'ArrowUp', isFar: true, expected: { row: 0, column: 100 } },
    { key: 'Home', isFar: true, expected: { row: 0, column: 0 } },
    { key: 'End', isFar: true, expected: { row: 69, column: 499 } },
    { key: 'PageDown', isFar: true, expected: undefined },
    { key: 'Enter', expected: undefined },
    { key: 'a', expected: undefined },
  ])
    it(`${isFar ? 'Ctrl+' : ''}${key} leads from ${start.row}, ${start.column} to ${JSON.stringify(expected)}`, () =>
      expect(nextCell(key, isFar, start, size)).toEqual(expected))
})
