import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillDefaults } from './index.ts'

const node: JsonObject = {
  type: 'object',
  properties: { size: { type: 'integer', default: 3 }, kids: { type: 'array', items: { $ref: 'node' } } },
}

const lookup = (id: string) => (id === 'node' ? node : undefined)

const back: JsonObject = {
  type: 'object',
  properties: { settings: { type: 'object', properties: { name: { type: 'string' } } } },
  oneOf: [
    {
      properties: {
        handler: { enum: ['s3'] },
        settings: { properties: { secure: { type: 'boolean', default: true } } },
      },
    },
    {
      properties: {
        handler: { enum: ['http'] },
        settings: { properties: { verb: { type: 'string', default: 'put' } } },
      },
    },
  ],
}

interface Case {
  readonly note: string
  readonly schema: JsonObject
  readonly value: JsonValue
  readonly expected: JsonValue
}

const cases: readonly Case[] = [
  {
    note: 'what is absent gets its default, what is there stays, unknown keys too',
    schema: { properties: { a: { type: 'integer', default: 1 }, b: { type: 'integer', default: 2 } } },
    value: { b: 5, other: null },
    expected: { b: 5, other: null, a: 1 },
  },
  {
    note: 'null, false and "" are there',
    schema: {
      properties: {
        a: { type: 'string', default: 'x' },
        b: { type: 'boolean', default: true },
        c: { type: 'string', default: 'x' },
      },
    },
    value: { a: null, b: false, c: '' },
    expected: { a: null, b: false, c: '' },
  },
  {
    note: 'a default without a type beside it does not count',
    schema: { properties: { a: { default: 'x' }, b: { oneOf: [{ type: 'string' }], default: 'x' } } },
    value: {},
    expected: {},
  },
  {
    note: 'a default of another type does not count; an integer is a number, too',
    schema: {
      properties: {
        a: { type: 'integer', default: 1.5 },
        b: { type: 'string', default: 1 },
        c: { type: 'number', default: 1 },
        d: { type: ['integer', 'string'], default: 'x' },
        e: { type: 'object', default: [] },
        f: { type: 'array', default: [] },
        g: { type: 'null', default: null },
      },
    },
    value: {},
    expected: { c: 1, d: 'x', f: [], g: null },
  },
  {
    note: 'the type behind a reference is not beside the default',
    schema: { properties: { a: { $ref: 'node', default: {} } } },
    value: {},
    expected: {},
  },
  {
    note: 'a nested default needs a default of every object around it',
    schema: {
      properties: {
        with: { type: 'object', default: {}, properties: { deep: { type: 'integer', default: 1 } } },
        without: { type: 'object', properties: { deep: { type: 'integer', default: 1 } } },
      },
    },
    value: {},
    expected: { with: { deep: 1 } },
  },
  {
    note: 'an object that is there is filled without one',
    schema: { properties: { without: { type: 'object', properties: { deep: { type: 'integer', default: 1 } } } } },
    value: { without: {} },
    expected: { without: { deep: 1 } },
  },
  {
    note: 'a default is itself filled',
    schema: {
      properties: {
        a: {
          type: 'object',
          default: { x: 1 },
          properties: { x: { type: 'integer', default: 9 }, y: { type: 'integer', default: 2 } },
        },
      },
    },
    value: {},
    expected: { a: { x: 1, y: 2 } },
  },
  {
    note: 'through a reference, and by its siblings',
    schema: { properties: { n: { $ref: 'node', properties: { mark: { type: 'string', default: 'm' } } } } },
    value: { n: {} },
    expected: { n: { size: 3, mark: 'm' } },
  },
  {
    note: 'items of lists, through a recursive reference',
    schema: { $ref: 'node' },
    value: { kids: [{ kids: [{}] }, 'no object'] },
    expected: { kids: [{ kids: [{ size: 3 }], size: 3 }, 'no object'], size: 3 },
  },
  {
    note: 'key patterns fill what is there and make nothing',
    schema: { patternProperties: { '^[[:digit:]]+$': { properties: { a: { type: 'integer', default: 1 } } } } },
    value: { 12: {}, x: {} },
    expected: { 12: { a: 1 }, x: {} },
  },
  {
    note: 'all of allOf',
    schema: { allOf: [{ $ref: 'node' }, { properties: { b: { type: 'integer', default: 2 } } }] },
    value: {},
    expected: { size: 3, b: 2 },
  },
  {
    note: 'of tagged alternatives the one that the value names',
    schema: back,
    value: { handler: 'http', settings: {} },
    expected: { handler: 'http', settings: { verb: 'put' } },
  },
  {
    note: 'of other alternatives those whose type and required keys fit',
    schema: {
      anyOf: [
        { type: 'string' },
        { type: 'object', required: ['x'], properties: { a: { type: 'integer', default: 1 } } },
        { type: 'object', required: ['y'], properties: { b: { type: 'integer', default: 2 } } },
      ],
    },
    value: { y: 0 },
    expected: { y: 0, b: 2 },
  },
  {
    note: 'a reference to a schema nobody has fills nothing',
    schema: { properties: { a: { $ref: 'nowhere' }, b: { type: 'integer', default: 2 } } },
    value: { a: {} },
    expected: { a: {}, b: 2 },
  },
  {
    note: 'properties named like keywords',
    schema: {
      properties: {
        default: { type: 'object', default: {}, properties: { type: { type: 'string', default: 'topic' } } },
      },
    },
    value: {},
    expected: { default: { type: 'topic' } },
  },
  {
    note: '__proto__ is a key like any other',
    schema: JSON.parse('{"properties": {"__proto__": {"type": "integer", "default": 1}}}'),
    value: {},
    expected: JSON.parse('{"__proto__": 1}'),
  },
  { note: 'what is no object stays', schema: node, value: 'text', expected: 'text' },
]

describe(fillDefaults, () => {
  for (const { note, schema, value, expected } of cases) {
    it(note, () => expect(fillDefaults(value, schema, lookup)).toStrictEqual(expected))
  }

  const values = fc.jsonValue({ maxDepth: 4 }).map((value): JsonValue => JSON.parse(JSON.stringify(value)))

  it('changes neither argument, and filling twice is filling once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases.map(({ schema }) => schema)), values, (schema, value) => {
        const before = JSON.stringify([schema, value])
        const once = fillDefaults(value, schema, lookup)
        expect(JSON.stringify([schema, value])).toBe(before)
        expect(fillDefaults(once, schema, lookup)).toStrictEqual(once)
      }),
    )
  })
})
