import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { decide, isDefined } from './decide.ts'

const parse = (text: string): JsonObject => JSON.parse(text)
const layers = (...documents: JsonObject[]) =>
  documents.map((values, index) => ({ name: index === 0 ? ('system' as const) : ('account' as const), values }))

describe(isDefined, () => {
  for (const { note, documents, expected } of [
    { note: 'an object with a leaf', documents: [{}, { a: { b: 1 } }], expected: true },
    { note: 'an empty object of the lowest layer', documents: [{ a: {} }], expected: true },
    { note: 'an empty object above: the merge does not add it', documents: [{}, { a: {} }], expected: false },
    { note: 'an object of empty ones above', documents: [{}, { a: { b: {}, c: {} } }], expected: false },
    { note: 'a null before a leaf', documents: [{}, parse('{"a": {"b": null, "c": 1}}')], expected: true },
    { note: 'nothing but nulls above', documents: [{}, parse('{"a": {"b": null}}')], expected: false },
    { note: 'an object that a null took away', documents: [{ a: { b: 1 } }, parse('{"a": null}')], expected: false },
    { note: 'an object that a text replaced', documents: [{ a: { b: 1 } }, { a: 'x' }], expected: false },
    { note: 'a list', documents: [{ a: [{ b: 1 }] }], expected: false },
  ]) {
    it(`${note}: ${expected}`, () => expect(isDefined(layers(...documents), '/a')).toBe(expected))
  }
})

describe(decide, () => {
  it('does not lead into lists', () => {
    expect(decide(layers({ a: [{ b: 1 }] }), '/a/0/b', 'class')).toBeUndefined()
  })

  it('tells the layer, the level and the place', () => {
    expect(decide(layers({ a: { b: 1 } }, { a: { b: 2 } }), '/a/b', 'type')).toEqual({
      value: 2,
      by: { layer: 'account', level: 'type', pointer: '/a/b' },
    })
  })
})
