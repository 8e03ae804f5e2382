import type { JsonObject, JsonValue } from '@strata/json'
import type { LeafOperation } from '@strata/layered-config'
import { catalogueOf } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { AppError } from '#bff/errors/app-error.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { createValidator } from '#bff/validation/validator.ts'
import { applyLeafWrite } from './leaf-write.ts'

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['needed'],
  properties: {
    count: { type: 'integer', default: 1, minimum: 0 },
    name: { type: 'string', default: 'n' },
    list: { type: 'array', items: { type: 'string' } },
    map: { type: 'object', patternProperties: { '^[a-z]+$': { type: 'object', required: ['prefix'] } } },
    either: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    closed: { type: 'object', additionalProperties: false, properties: { x: { type: 'integer' } } },
  },
}
const snapshot: SchemaSnapshot = {
  revision: 'r',
  ids: [],
  get: (id) => (id === 'system_config.demo' ? schema : catalogueOf('4.3').get(id)),
}
const defaults = { count: 1, name: 'n' }
const node = 'app@host.example'

async function write(sections: JsonObject, ...operations: LeafOperation[]): Promise<JsonObject> {
  const { fields } = await applyLeafWrite({
    name: 'demo',
    category: { sections, defaults },
    operations,
    snapshot,
    validator: createValidator(),
    breathe: async () => {},
  })
  return fields
}

function set(section: string, pointer: string, value: JsonValue): LeafOperation {
  return { section, pointer, op: 'set', value }
}

function remove(section: string, pointer: string): LeafOperation {
  return { section, pointer, op: 'remove' }
}

async function refusedPaths(act: () => Promise<unknown>): Promise<string[]> {
  try {
    await act()
  } catch (error) {
    if (error instanceof AppError && error.kind === 'invalid') return Object.keys(error.data ?? {})
    throw error
  }
  return []
}

describe('what is stored', () => {
  const noise = {
    default: { count: 1, name: 5, other: [null] },
    zone: { name: 'n' },
    'us-east': 'no object',
    left: null,
  }

  it('leaves that nobody touched stay as they are: noise, wrong types, what is no section', async () => {
    expect(await write(noise, set('default', '/list', ['x']))).toEqual({
      ...noise,
      default: { count: 1, name: 5, other: [null], list: ['x'] },
    })
  })

  for (const { note, operation, expected } of [
    {
      note: 'a text of digits becomes the integer it says',
      operation: set('z', '/count', '7'),
      expected: { count: 7 },
    },
    { note: 'converted to what it inherits, it is dropped', operation: set('z', '/count', '1'), expected: undefined },
    { note: 'any name of a section takes values', operation: set('us-east', '/count', 7), expected: { count: 7 } },
    { note: 'a whole section', operation: set('z', '', { count: '7' }), expected: { count: 7 } },
    { note: 'an empty section', operation: set('z', '', {}), expected: {} },
    {
      note: 'a key the schema does not know',
      operation: set('z', '/free', { a: null }),
      expected: { free: { a: null } },
    },
  ]) {
    it(note, async () =>
      expect(await write({}, operation)).toEqual(expected === undefined ? {} : { [operation.section]: expected }),
    )
  }

  it('what is not touched is not converted either', async () => {
    expect(await write({ default: { count: '5' } }, set('default', '/name', 'x'))).toEqual({
      default: { count: '5', name: 'x' },
    })
  })

  it('a key that is required may be removed: then it is inherited', async () => {
    expect(await write({ default: { needed: 1, count: 3 } }, remove('default', '/needed'))).toEqual({
      default: { count: 3 },
    })
  })
})

describe('what is refused', () => {
  for (const { note, stored, operations, paths } of [
    { note: 'a wrong type', stored: {}, operations: [set('default', '/count', 'x')], paths: ['default.count'] },
    { note: 'a value out of bounds', stored: {}, operations: [set('z', '/count', -1)], paths: ['z.count'] },
    { note: 'null where a type is asked for', stored: {}, operations: [set('z', '/count', null)], paths: ['z.count'] },
    {
      note: "a node's name is escaped",
      stored: {},
      operations: [set(node, '/count', 'x')],
      paths: ['app@host%2Eexample.count'],
    },
    {
      note: 'a section whose name KAZOO does not validate',
      stored: {},
      operations: [set('us-east', '/count', 'x')],
      paths: ['us-east.count'],
    },
    { note: 'an item of a list', stored: {}, operations: [set('z', '/list', ['x', 1])], paths: ['z.list.1'] },
    { note: 'what an entry lacks', stored: {}, operations: [set('z', '/map/a', {})], paths: ['z.map.a.prefix'] },
    { note: 'a key that is not allowed', stored: {}, operations: [set('z', '/closed/y', 1)], paths: ['z.closed.y'] },
    { note: 'none of several forms', stored: {}, operations: [set('z', '/either', 5)], paths: ['z.either'] },
    {
      note: 'everything at once',
      stored: {},
      operations: [set('default', '/count', 'x'), set('z', '/name', 5), set('z', '/list', [])],
      paths: ['default.count', 'z.name'],
    },
    { note: 'a whole section', stored: {}, operations: [set('z', '', { count: 'x', needed: 1 })], paths: ['z.count'] },
    {
      note: 'a place inside a list',
      stored: { z: { list: ['x'] } },
      operations: [set('z', '/list/0', 'y')],
      paths: ['operations'],
    },
  ] satisfies { note: string; stored: JsonObject; operations: LeafOperation[]; paths: string[] }[]) {
    it(note, async () => expect(await refusedPaths(() => write(stored, ...operations))).toEqual(paths))
  }

  it('not for what it inherits', async () => {
    const stored = { default: { map: { a: { prefix: 'p' } } } }
    expect(await refusedPaths(() => write(stored, set('z', '/map/a', { x: 1 })))).toEqual([])
    expect(await refusedPaths(() => write(stored, set('z', '/map/b', { x: 1 })))).toEqual(['z.map.b.prefix'])
  })

  it('not for what was wrong beside it before', async () => {
    const stored = { z: { count: 'wrong', either: 5, closed: { y: 1 }, map: { a: {} } } }
    expect(await refusedPaths(() => write(stored, set('z', '/name', 'x'), set('z', '/closed/x', 1)))).toEqual([])
  })
})
