import { describe, expect, it } from 'vitest'
import { holdsMoreThan } from './value-count.ts'

describe(holdsMoreThan, () => {
  for (const { note, value, count } of [
    { note: 'a scalar is one', value: null, count: 1 },
    { note: 'a list counts, and so do its items', value: [1, 'x', []], count: 4 },
    { note: 'an object likewise', value: { a: { b: [true] }, c: {} }, count: 5 },
  ]) {
    it(note, () => {
      expect(holdsMoreThan(value, count)).toBe(false)
      expect(holdsMoreThan(value, count - 1)).toBe(true)
    })
  }
})
