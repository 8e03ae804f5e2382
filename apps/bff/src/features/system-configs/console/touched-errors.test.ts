import type { ValidationErrors } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { touchedErrors } from './touched-errors.ts'

function errorsAt(...paths: string[]): ValidationErrors {
  return Object.fromEntries(paths.map((path) => [path, { type: { message: 'wrong' } }]))
}

describe(touchedErrors, () => {
  for (const { note, touched, before, after, expected } of [
    { note: 'at the leaf', touched: [['a']], before: [], after: ['a'], expected: ['a'] },
    { note: 'at the leaf, wrong before too', touched: [['a']], before: ['a'], after: ['a'], expected: ['a'] },
    { note: 'below it', touched: [['a']], before: [], after: ['a.b.0'], expected: ['a.b.0'] },
    { note: 'beside it', touched: [['a', 'b']], before: ['a.c'], after: ['a.c'], expected: [] },
    { note: 'beside it, although new', touched: [['a', 'b']], before: [], after: ['a.c'], expected: [] },
    { note: 'above it, new', touched: [['a', 'b']], before: [], after: ['a'], expected: ['a'] },
    { note: 'above it, there before', touched: [['a', 'b']], before: ['a'], after: ['a'], expected: [] },
    { note: 'a key that begins alike', touched: [['a']], before: [], after: ['ab'], expected: [] },
    { note: 'a key with a dot', touched: [['a.b']], before: [], after: ['a%2Eb', 'a.b'], expected: ['a%2Eb'] },
    { note: 'a whole section', touched: [[]], before: ['a'], after: ['a', 'b.c'], expected: ['a', 'b.c'] },
    { note: 'one of several leaves', touched: [['x'], ['a']], before: [], after: ['a', 'c'], expected: ['a'] },
  ]) {
    it(note, () => {
      const errors = touchedErrors({ touched, before: errorsAt(...before), after: errorsAt(...after) })
      expect(Object.keys(errors)).toEqual(expected)
    })
  }
})
