import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree, plainTree } from './config.arbitraries.ts'
import { diff } from './diff.ts'
import { leaves } from './leaves.ts'
import { mergeRecursive } from './merge-recursive.ts'

const parse = (text: string): JsonObject => JSON.parse(text)

describe(diff, () => {
  for (const { note, full, base, expected } of [
    { note: 'an equal leaf is dropped', full: { a: 1 }, base: { a: 1 }, expected: {} },
    { note: 'a different leaf is kept', full: { a: 2 }, base: { a: 1 }, expected: { a: 2 } },
    { note: 'a leaf that the base lacks is kept', full: { a: 1, b: 2 }, base: { a: 1 }, expected: { b: 2 } },
    { note: 'a key only in the base is not recorded', full: {}, base: { a: 1 }, expected: {} },
    {
      note: 'objects are compared leaf by leaf',
      full: { a: { b: 1, c: 2 } },
      base: { a: { b: 1, c: 3 } },
      expected: { a: { c: 2 } },
    },
    {
      note: 'an object left without leaves vanishes',
      full: { a: { b: 1 }, c: 1 },
      base: { a: { b: 1 } },
      expected: { c: 1 },
    },
    {
      note: 'nested objects left without leaves vanish',
      full: { a: { b: { c: 1 } } },
      base: { a: { b: { c: 1 } } },
      expected: {},
    },
    { note: 'arrays differ as a whole', full: { a: [1, 2] }, base: { a: [1] }, expected: { a: [1, 2] } },
    { note: 'arrays differ in order', full: { a: [2, 1] }, base: { a: [1, 2] }, expected: { a: [2, 1] } },
    { note: 'equal arrays are dropped', full: { a: [{ b: 1 }] }, base: { a: [{ b: 1 }] }, expected: {} },
    { note: 'an explicit empty object is kept', full: { a: {} }, base: {}, expected: { a: {} } },
    {
      note: 'an explicit empty object is kept against a full one',
      full: { a: {} },
      base: { a: { b: 1 } },
      expected: { a: {} },
    },
    { note: 'an empty object is dropped where the base has one', full: { a: {} }, base: { a: {} }, expected: {} },
    {
      note: 'an empty object keeps its parents',
      full: { a: { b: {} } },
      base: { a: { c: 1 } },
      expected: { a: { b: {} } },
    },
    { note: 'an empty array is a leaf', full: { a: [] }, base: { a: [1] }, expected: { a: [] } },
    { note: 'a number is not its text', full: { a: '1' }, base: { a: 1 }, expected: { a: '1' } },
    { note: 'false is not nothing', full: { a: false }, base: {}, expected: { a: false } },
    { note: 'a scalar against an object is kept', full: { a: 1 }, base: { a: { b: 1 } }, expected: { a: 1 } },
    {
      note: 'an object against a scalar is kept whole',
      full: { a: { b: 1 } },
      base: { a: 1 },
      expected: { a: { b: 1 } },
    },
    {
      note: 'an object against an array is kept whole',
      full: { a: { '0': 1 } },
      base: { a: [1] },
      expected: { a: { '0': 1 } },
    },
    { note: 'null is never stored', full: { a: null, b: { c: null } }, base: { a: 1 }, expected: {} },
  ]) {
    it(note, () => expect(diff(full, base)).toEqual(expected))
  }

  it('treats __proto__ as an ordinary key', () => {
    expect(JSON.stringify(diff(parse('{"__proto__": {"a": 1, "b": 2}}'), parse('{"__proto__": {"a": 1}}')))).toBe(
      '{"__proto__":{"b":2}}',
    )
  })

  it('keeps an explicit empty object called __proto__', () => {
    expect(JSON.stringify(diff(parse('{"__proto__": {}}'), {}))).toBe('{"__proto__":{}}')
  })

  it('does not take inherited members of an object for values', () => {
    expect(diff({ constructor: 'x', toString: 'y' }, {})).toEqual({ constructor: 'x', toString: 'y' })
  })

  it('of a value with itself is empty', () => {
    fc.assert(
      fc.property(anyTree, (x) => {
        expect(diff(x, x)).toEqual({})
      }),
    )
  })

  it('merged onto the base gives the full value, where that drops no key of the base', () => {
    fc.assert(
      fc.property(plainTree, plainTree, (base, changes) => {
        const full = mergeRecursive(base, changes)
        expect(mergeRecursive(base, diff(full, base))).toEqual(full)
      }),
    )
  })

  it('cannot delete, so the round trip fails where a key of the base is dropped', () => {
    expect(mergeRecursive({ a: 1 }, diff({}, { a: 1 }))).toEqual({ a: 1 })
  })

  it('holds only leaves that the full value holds and the base does not', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (full, base) => {
        const inFull = leaves(full).map((leaf) => JSON.stringify(leaf))
        const inBase = leaves(base).map((leaf) => JSON.stringify(leaf))
        for (const leaf of leaves(diff(full, base)).map((each) => JSON.stringify(each))) {
          expect(inFull).toContain(leaf)
          expect(inBase).not.toContain(leaf)
        }
      }),
    )
  })
})
