import { describe, expect, it } from 'vitest'
import { doOverlap, isBackwards, isWithin, monthRangeKey, readMonthRange } from './month-range.ts'

const range = (from: string, to: string) => ({ from, to })

describe(readMonthRange, () => {
  for (const { key, expected } of [
    { key: '202401-202412', expected: range('202401', '202412') },
    { key: '202412-202401', expected: range('202412', '202401') },
    { key: '202400-202412', expected: undefined },
    { key: '202401-202413', expected: undefined },
    { key: '202401', expected: undefined },
    { key: '2024-01-2024-12', expected: undefined },
    { key: 'x202401-202412', expected: undefined },
  ]) {
    it(`${key} is ${JSON.stringify(expected)}`, () => expect(readMonthRange(key)).toEqual(expected))
  }

  it('reads what monthRangeKey writes', () =>
    expect(readMonthRange(monthRangeKey(range('202402', '202403')))).toEqual(range('202402', '202403')))
})

describe('months', () => {
  it('both ends are within', () => {
    const year = range('202401', '202412')
    expect(['202312', '202401', '202406', '202412', '202501'].map((month) => isWithin(year, month))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it('ranges overlap where they have one month together, and not where one follows the other', () => {
    expect(doOverlap(range('202401', '202406'), range('202406', '202412'))).toBe(true)
    expect(doOverlap(range('202401', '202406'), range('202407', '202412'))).toBe(false)
    expect(doOverlap(range('202401', '202412'), range('202403', '202404'))).toBe(true)
  })

  it('a range that ends before it begins is backwards', () => {
    expect([range('202402', '202401'), range('202401', '202401')].map(isBackwards)).toEqual([true, false])
  })
})
