import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTree } from './config.arbitraries.ts'
import { mergeRecursive } from './merge-recursive.ts'

const parse = (text: string): JsonObject => JSON.parse(text)

describe(mergeRecursive, () => {
  for (const { note, layers, expected } of [
    { note: 'no layers give nothing', layers: [], expected: {} },
    { note: 'one layer is taken as it is', layers: [{ a: null, b: {} }], expected: { a: null, b: {} } },
    { note: 'objects merge key by key', layers: [{ a: { b: 1 } }, { a: { c: 2 } }], expected: { a: { b: 1, c: 2 } } },
    { note: 'a scalar replaces a scalar', layers: [{ a: 1 }, { a: 2 }], expected: { a: 2 } },
    { note: 'an array replaces an array as a whole', layers: [{ a: [1, 2] }, { a: [3] }], expected: { a: [3] } },
    { note: 'an empty array replaces', layers: [{ a: [1] }, { a: [] }], expected: { a: [] } },
    {
      note: 'false, zero and the empty text replace',
      layers: [
        { a: 1, b: 1, c: 1 },
        { a: false, b: 0, c: '' },
      ],
      expected: { a: false, b: 0, c: '' },
    },
    { note: 'a scalar replaces an object', layers: [{ a: { b: 1 } }, { a: 2 }], expected: { a: 2 } },
    { note: 'an array replaces an object', layers: [{ a: { b: 1 } }, { a: [2] }], expected: { a: [2] } },
    { note: 'an object replaces a scalar', layers: [{ a: 2 }, { a: { b: 1 } }], expected: { a: { b: 1 } } },
    { note: 'an object replaces an array', layers: [{ a: [2] }, { a: { b: 1 } }], expected: { a: { b: 1 } } },
    { note: 'an object over null is added', layers: [{ a: null }, { a: { b: 1 } }], expected: { a: { b: 1 } } },
    { note: 'null deletes a scalar', layers: [{ a: 1, b: 2 }, { a: null }], expected: { b: 2 } },
    { note: 'null deletes an object', layers: [{ a: { b: 1 } }, { a: null }], expected: {} },
    {
      note: 'null deletes below and leaves the emptied parent',
      layers: [{ a: { b: 1 } }, { a: { b: null } }],
      expected: { a: {} },
    },
    { note: 'null for nothing adds nothing', layers: [{}, { a: null }], expected: {} },
    { note: 'null below nothing does not add its parent', layers: [{}, { a: { b: null } }], expected: {} },
    { note: 'null below a scalar leaves the scalar', layers: [{ a: 5 }, { a: { b: null } }], expected: { a: 5 } },
    { note: 'a deleted key can come back higher up', layers: [{ a: 1 }, { a: null }, { a: 3 }], expected: { a: 3 } },
    { note: 'an empty object does not clear', layers: [{ a: { b: 1 } }, { a: {} }], expected: { a: { b: 1 } } },
    { note: 'an empty object does not replace a scalar', layers: [{ a: 1 }, { a: {} }], expected: { a: 1 } },
    { note: 'an empty object does not add the key', layers: [{}, { a: {} }], expected: {} },
    { note: 'an object of empty objects does not add the key', layers: [{}, { a: { b: {} } }], expected: {} },
    {
      note: 'an empty object beside a leaf is not added',
      layers: [{}, { a: { b: {}, c: 1 } }],
      expected: { a: { c: 1 } },
    },
    { note: 'an empty object of the lowest layer stays', layers: [{ a: {} }, { b: 1 }], expected: { a: {}, b: 1 } },
    { note: 'nulls inside arrays are values', layers: [{ a: [1] }, { a: [null] }], expected: { a: [null] } },
  ]) {
    it(note, () => expect(mergeRecursive(...layers)).toEqual(expected))
  }

  it('treats __proto__ as an ordinary key', () => {
    const merged = mergeRecursive(
      parse('{"__proto__": {"a": 1}}'),
      parse('{"__proto__": {"b": 2}, "constructor": {"c": 3}}'),
    )
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1,"b":2},"constructor":{"c":3}}')
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect(Object.hasOwn(Object.prototype, 'b')).toBe(false)
  })

  it('does not add an empty object called __proto__', () => {
    expect(Object.keys(mergeRecursive({}, parse('{"__proto__": {}}')))).toEqual([])
  })

  it('changes no argument', () => {
    const lower = { a: { b: 1 } }
    const higher = { a: { b: null, c: {} }, d: 1 }
    mergeRecursive(lower, higher)
    expect([lower, higher]).toEqual([{ a: { b: 1 } }, { a: { b: null, c: {} }, d: 1 }])
  })

  it('onto nothing gives the same, without nulls and empty objects', () => {
    fc.assert(
      fc.property(plainTree, (x) => {
        expect(mergeRecursive({}, x)).toEqual(x)
      }),
    )
  })

  it('of a value with itself gives the value, without nulls', () => {
    fc.assert(
      fc.property(plainTree, (x) => {
        expect(mergeRecursive(x, x)).toEqual(x)
      }),
    )
  })

  it('is not associative', () => {
    const [x, y, z] = [{ c: { c: 0 } }, { c: 0 }, { c: { a: 1 } }]
    expect(mergeRecursive(mergeRecursive(x, y), z)).toEqual({ c: { a: 1 } })
    expect(mergeRecursive(x, mergeRecursive(y, z))).toEqual({ c: { a: 1, c: 0 } })
  })
})
