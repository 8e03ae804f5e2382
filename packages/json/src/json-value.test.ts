import { describe, expect, it } from 'vitest'
import { isJsonObject } from './json-value.ts'

describe(isJsonObject, () => {
  for (const { note, value, expected } of [
    { note: 'an object', value: {}, expected: true },
    { note: 'an object without a prototype', value: Object.create(null), expected: true },
    { note: 'null', value: null, expected: false },
    { note: 'an array', value: [], expected: false },
    { note: 'a text', value: '{}', expected: false },
    { note: 'undefined', value: undefined, expected: false },
  ]) {
    it(`${note}: ${expected}`, () => expect(isJsonObject(value)).toBe(expected))
  }
})
