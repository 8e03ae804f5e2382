import { describe, expect, it } from 'vitest'
import { declaredKeys, unknownKeys } from './declared-keys.ts'

const schema = {
  type: 'object',
  properties: {
    a: { type: 'integer' },
    b: { type: 'object', properties: { c: { type: 'string' } } },
    map: { type: 'object', additionalProperties: { type: 'string' } },
    mixed: {
      type: 'object',
      properties: { known: {} },
      patternProperties: { '^x': {} },
      additionalProperties: false,
    },
    open: { type: 'object', properties: { known: {} }, additionalProperties: true },
    joined: { allOf: [{ type: 'object', properties: { d: {} } }, { required: ['d'] }] },
  },
}

describe(declaredKeys, () => {
  it('gives every declared key, each before those below it, and whether some are', () => {
    expect(declaredKeys(schema).map(({ pointer, hasMembers }) => [pointer, hasMembers])).toEqual([
      ['/a', false],
      ['/b', true],
      ['/b/c', false],
      ['/map', false],
      ['/mixed', true],
      ['/mixed/known', false],
      ['/open', true],
      ['/open/known', false],
      ['/joined', true],
      ['/joined/d', false],
    ])
  })

  it('a schema without properties declares none', () => expect(declaredKeys({ type: 'object' })).toEqual([]))
})

describe(unknownKeys, () => {
  for (const { note, values, expected } of [
    { note: 'known keys', values: { a: 1, b: { c: 'x' }, map: { any: 'x' } }, expected: [] },
    { note: 'a key at the top', values: { z: { y: 1 } }, expected: ['/z'] },
    { note: 'a key inside a declared object', values: { b: { z: 1 } }, expected: ['/b/z'] },
    { note: 'a key that a pattern provides for', values: { mixed: { x1: 1, y1: 1 } }, expected: ['/mixed/y1'] },
    { note: 'a key where further ones are allowed', values: { open: { z: 1 } }, expected: [] },
    { note: 'what a schema adds to another', values: { joined: { d: 1, e: 1 } }, expected: ['/joined/e'] },
    { note: 'a scalar where an object is declared', values: { b: 5 }, expected: [] },
    { note: 'a key of the prototype is one like any other', values: { constructor: 1 }, expected: ['/constructor'] },
  ]) {
    it(note, () => expect(unknownKeys(schema, values)).toEqual(expected))
  }

  it('where nothing is declared, nothing is unknown', () => expect(unknownKeys({}, { a: 1 })).toEqual([]))
})
