import { describe, expect, it } from 'vitest'
import { monthProblem, overlapping } from './month-problems.ts'

describe(monthProblem, () => {
  for (const { from, to, expected } of [
    { from: '', to: '202412', expected: 'missing' },
    { from: '202401', to: '2024', expected: 'missing' },
    { from: '202413', to: '202501', expected: 'missing' },
    { from: '202412', to: '202401', expected: 'backwards' },
    { from: '202301', to: '202312', expected: 'taken' },
    { from: '202401', to: '202401', expected: undefined },
  ]) {
    it(`${from || 'nothing'} to ${to}: ${expected ?? 'none'}`, () =>
      expect(monthProblem({ from, to }, ['202301-202312'])).toBe(expected))
  }
})

describe(overlapping, () => {
  it('tells the ranges that share a month, and neither itself nor what is no range', () => {
    const keys = ['202301-202312', '202312-202401', '202402-202403', 'x']
    expect(overlapping('202301-202312', keys)).toEqual(['202312-202401'])
    expect(overlapping('202402-202403', keys)).toEqual([])
    expect(overlapping('x', keys)).toEqual([])
  })
})
