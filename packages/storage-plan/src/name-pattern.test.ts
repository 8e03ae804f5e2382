import { describe, expect, it } from 'vitest'
import { matchesName } from './name-pattern.ts'

const name = 'account/a1/b2/c3d4e5f60718293a4b5c6d7e8f90-202403'

describe(matchesName, () => {
  for (const { pattern, expected } of [
    { pattern: '-2024', expected: true },
    { pattern: '^account/a1/', expected: true },
    { pattern: '^2024', expected: false },
    { pattern: '-20240[1-3]$', expected: true },
    { pattern: '[[:digit:]]{6}$', expected: true },
    { pattern: '(?i)^ACCOUNT', expected: true },
    { pattern: '(?=2024)', expected: undefined },
    { pattern: '(', expected: undefined },
    { pattern: '', expected: true },
    { pattern: `a${'b'.repeat(100)}`, expected: undefined },
  ]) {
    it(`${JSON.stringify(pattern)} ${expected === undefined ? 'cannot be told' : `is ${expected}`}`, () =>
      expect(matchesName(pattern, name)).toBe(expected))
  }

  it('a pattern made to take for ever has its answer', () =>
    expect(matchesName('(a+)+$', `${'a'.repeat(10_000)}!`)).toBe(false))
})
