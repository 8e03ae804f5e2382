import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepEqual } from './deep-equal.ts'
import { jsonValue } from './json.arbitraries.ts'
import type { JsonValue } from './json-value.ts'

const parse = (text: string): JsonValue => JSON.parse(text)

describe(deepEqual, () => {
  for (const { note, a, b, expected } of [
    { note: 'equal scalars', a: 1, b: 1, expected: true },
    { note: 'a number is not its text', a: 1, b: '1', expected: false },
    { note: '1.0 is 1', a: parse('1.0'), b: 1, expected: true },
    { note: 'null is not false', a: null, b: false, expected: false },
    { note: 'null is not undefined', a: null, b: undefined, expected: false },
    { note: 'undefined is undefined', a: undefined, b: undefined, expected: true },
    { note: 'keys in any order', a: { x: 1, y: 2 }, b: { y: 2, x: 1 }, expected: true },
    { note: 'a missing key', a: { x: 1, y: 2 }, b: { x: 1 }, expected: false },
    { note: 'as many keys but others', a: { x: 1 }, b: { y: 1 }, expected: false },
    { note: 'nested values', a: { x: [{ y: 1 }] }, b: { x: [{ y: 1 }] }, expected: true },
    { note: 'nested values that differ', a: { x: [{ y: 1 }] }, b: { x: [{ y: 2 }] }, expected: false },
    { note: 'arrays in another order', a: [1, 2], b: [2, 1], expected: false },
    { note: 'a longer array', a: [1], b: [1, 2], expected: false },
    { note: 'an empty array is not an empty object', a: [], b: {}, expected: false },
    { note: 'an array is not the object of its indexes', a: ['x'], b: { '0': 'x' }, expected: false },
    { note: 'an own __proto__ is a key', a: parse('{"__proto__": {}}'), b: { x: {} }, expected: false },
    { note: 'inherited members are no keys', a: { toString: 1 }, b: { x: 1 }, expected: false },
  ]) {
    it(note, () => expect([deepEqual(a, b), deepEqual(b, a)]).toEqual([expected, expected]))
  }

  it('a value equals its copy through text', () => {
    fc.assert(fc.property(jsonValue, (value) => deepEqual(value, parse(JSON.stringify(value)))))
  })

  it('values are equal exactly when their texts with sorted keys are', () => {
    fc.assert(fc.property(jsonValue, jsonValue, (a, b) => deepEqual(a, b) === (sortedText(a) === sortedText(b))))
  })
})

function sortedText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${sortedText(member)}`).join(',')}}`
}
