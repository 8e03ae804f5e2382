import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepEqual } from './deep-equal.ts'
import { jsonValue, tokens } from './json.arbitraries.ts'
import type { JsonValue } from './json-value.ts'
import { formatPointer, getAt, parsePointer, removeAt, setAt } from './pointer.ts'

const parse = (text: string): JsonValue => JSON.parse(text)

describe(parsePointer, () => {
  for (const { pointer, expected } of [
    { pointer: '', expected: [] },
    { pointer: '/', expected: [''] },
    { pointer: '/a/b', expected: ['a', 'b'] },
    { pointer: '/a~1b', expected: ['a/b'] },
    { pointer: '/~0', expected: ['~'] },
    { pointer: '/~01', expected: ['~1'] },
    { pointer: '/a.b/0', expected: ['a.b', '0'] },
    { pointer: '//', expected: ['', ''] },
  ]) {
    it(`"${pointer}" is ${JSON.stringify(expected)}`, () => expect(parsePointer(pointer)).toEqual(expected))
  }

  for (const pointer of ['a', ' /a', '#/a', '/~', '/~2', '/a~']) {
    it(`"${pointer}" is no pointer`, () => expect(() => parsePointer(pointer)).toThrow(SyntaxError))
  }
})

describe(formatPointer, () => {
  it('takes numbers as indexes', () => expect(formatPointer(['a', 0, 'b'])).toBe('/a/0/b'))

  it('is undone by parsing', () => {
    fc.assert(fc.property(tokens, (path) => deepEqual(parsePointer(formatPointer(path)), path)))
  })
})

describe(getAt, () => {
  for (const { note, value, pointer, expected } of [
    { note: 'the empty pointer is the value', value: { a: 1 }, pointer: '', expected: { a: 1 } },
    { note: 'a nested key', value: { a: { b: 1 } }, pointer: '/a/b', expected: 1 },
    { note: 'an index', value: { a: [1, 2] }, pointer: '/a/1', expected: 2 },
    { note: 'the empty key', value: { '': 1 }, pointer: '/', expected: 1 },
    { note: 'a missing key', value: { a: 1 }, pointer: '/b', expected: undefined },
    { note: 'below a scalar', value: { a: 1 }, pointer: '/a/b', expected: undefined },
    { note: 'below null', value: { a: null }, pointer: '/a/b', expected: undefined },
    { note: 'null itself', value: { a: null }, pointer: '/a', expected: null },
    { note: 'an index past the end', value: [1], pointer: '/1', expected: undefined },
    { note: 'an index with a leading zero', value: [1, 2], pointer: '/01', expected: undefined },
    { note: 'a member of arrays', value: [1, 2], pointer: '/length', expected: undefined },
    { note: 'an inherited member', value: {}, pointer: '/__proto__', expected: undefined },
    { note: 'an own __proto__', value: parse('{"__proto__": {"a": 1}}'), pointer: '/__proto__/a', expected: 1 },
    { note: 'nothing', value: undefined, pointer: '/a', expected: undefined },
  ]) {
    it(note, () => expect(getAt(value, pointer)).toEqual(expected))
  }
})

describe(setAt, () => {
  for (const { note, value, pointer, replacement, expected } of [
    { note: 'the empty pointer replaces everything', value: { a: 1 }, pointer: '', replacement: 2, expected: 2 },
    {
      note: 'a key is replaced in its place',
      value: { a: 1, b: 2 },
      pointer: '/a',
      replacement: 3,
      expected: { a: 3, b: 2 },
    },
    { note: 'a key is added at the end', value: { a: 1 }, pointer: '/b', replacement: 2, expected: { a: 1, b: 2 } },
    {
      note: 'objects missing on the way are made',
      value: {},
      pointer: '/a/b/c',
      replacement: 1,
      expected: { a: { b: { c: 1 } } },
    },
    { note: 'nothing becomes an object', value: undefined, pointer: '/a', replacement: 1, expected: { a: 1 } },
    {
      note: 'a scalar on the way is replaced',
      value: { a: 5 },
      pointer: '/a/b',
      replacement: 1,
      expected: { a: { b: 1 } },
    },
    { note: 'an index replaces', value: { a: [1, 2] }, pointer: '/a/0', replacement: 9, expected: { a: [9, 2] } },
    { note: 'the index after the last appends', value: [1], pointer: '/1', replacement: 2, expected: [1, 2] },
    {
      note: 'an index that does not exist yet makes objects, not lists',
      value: {},
      pointer: '/a/0',
      replacement: 1,
      expected: { a: { '0': 1 } },
    },
    {
      note: '__proto__ is an ordinary key',
      value: {},
      pointer: '/__proto__/a',
      replacement: 1,
      expected: parse('{"__proto__": {"a": 1}}'),
    },
  ]) {
    it(note, () => expect(JSON.stringify(setAt(value, pointer, replacement))).toBe(JSON.stringify(expected)))
  }

  for (const pointer of ['/2', '/-', '/x', '/01', '/-1']) {
    it(`a list of one item has no place "${pointer}"`, () => expect(() => setAt([1], pointer, 2)).toThrow(RangeError))
  }

  it('what was set is what is there, wherever setting is possible', () => {
    fc.assert(
      fc.property(jsonValue, tokens, jsonValue, (value, path, replacement) => {
        const pointer = formatPointer(path)
        const after = attempt(() => setAt(value, pointer, replacement))
        expect(after === undefined || deepEqual(getAt(after, pointer), replacement)).toBe(true)
      }),
    )
  })

  it('setting what is there changes nothing', () => {
    fc.assert(
      fc.property(jsonValue, tokens, (value, path) => {
        const pointer = formatPointer(path)
        const there = getAt(value, pointer)
        expect(there === undefined || deepEqual(setAt(value, pointer, there), value)).toBe(true)
      }),
    )
  })
})

describe(removeAt, () => {
  for (const { note, value, pointer, expected } of [
    { note: 'a key', value: { a: 1, b: 2 }, pointer: '/a', expected: { b: 2 } },
    { note: 'a nested key; the emptied parent stays', value: { a: { b: 1 } }, pointer: '/a/b', expected: { a: {} } },
    { note: 'an item; the later ones move down', value: { a: [1, 2, 3] }, pointer: '/a/1', expected: { a: [1, 3] } },
    { note: 'below an item', value: [{ a: 1, b: 2 }], pointer: '/0/a', expected: [{ b: 2 }] },
    { note: 'a null', value: { a: null }, pointer: '/a', expected: {} },
    { note: 'what is not there', value: { a: 1 }, pointer: '/b/c', expected: { a: 1 } },
    { note: 'below a scalar', value: { a: 1 }, pointer: '/a/b', expected: { a: 1 } },
    { note: 'an inherited member', value: { a: 1 }, pointer: '/toString', expected: { a: 1 } },
    { note: 'an own __proto__', value: parse('{"__proto__": 1, "a": 2}'), pointer: '/__proto__', expected: { a: 2 } },
  ]) {
    it(note, () => expect(removeAt(value, pointer)).toEqual(expected))
  }

  it('the empty pointer leaves nothing', () => expect(removeAt({ a: 1 }, '')).toBeUndefined())

  it('gives the value itself when there is nothing to remove', () => {
    const value = { a: { b: 1 } }
    expect(removeAt(value, '/a/c')).toBe(value)
  })

  it('undoes adding a key', () => {
    fc.assert(
      fc.property(jsonValue, jsonValue, (value, added) => {
        const holder = { value }
        expect(removeAt(setAt(holder, '/added', added), '/added')).toEqual(holder)
      }),
    )
  })
})

it('no function changes its argument', () => {
  fc.assert(
    fc.property(jsonValue, tokens, (value, path) => {
      const before = JSON.stringify(value)
      const pointer = formatPointer(path)
      attempt(() => setAt(value, pointer, 1))
      removeAt(value, pointer)
      expect(JSON.stringify(value)).toBe(before)
    }),
  )
})

/** Undefined where a list has no such place. */
function attempt(act: () => JsonValue): JsonValue | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
