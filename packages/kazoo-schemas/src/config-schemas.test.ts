import type { JsonObject, JsonValue } from '@strata/json'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import {
  configDocumentSchema,
  configDocumentSource,
  configSectionSchema,
  configSectionSource,
  defaultHints,
  fillDefaults,
  MissingSchemaError,
  schemaDefaults,
} from './index.ts'

const wrapper: JsonObject = {
  _id: 'system_configs',
  type: 'object',
  required: ['default'],
  properties: { default: { type: 'object', default: {} } },
  patternProperties: {
    '(?!id\\b)(?!default\\b)^.+@.+$': { type: 'object', name: 'node' },
    '(?!id\\b)(?!default\\b)^[a-zA-Z0-9.]+$': { type: 'object', name: 'zone' },
  },
}

const schemas: Record<string, JsonObject> = {
  system_configs: wrapper,
  'system_config.lamp': {
    _id: 'system_config.lamp',
    type: 'object',
    properties: {
      watts: { type: 'integer', default: 40, minimum: 1 },
      shade: {
        type: 'object',
        default: {},
        properties: { colour: { type: 'string', default: 'white' }, fabric: { default: 'silk' } },
      },
      timer: { properties: { off_s: { type: 'integer', default: 600 } } },
      spare: { $ref: 'bulb' },
      bulbs: { type: 'array', items: { type: 'object', properties: { cap: { type: 'string', default: 'E27' } } } },
    },
  },
  bulb: { properties: { cap: { type: 'string', default: 'E14' }, next: { $ref: 'bulb' } } },
  'system_config.broken': {
    type: 'object',
    properties: { a: { type: 'integer', default: 1 }, b: { type: 'object', default: {}, $ref: 'nowhere' } },
  },
}

const lookup = (id: string) => schemas[id]

function accepts(schema: JsonObject): (value: JsonValue) => boolean {
  const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema)
  return (value) => validate(value)
}

describe(configDocumentSchema, () => {
  const lamp = accepts(configDocumentSchema('lamp', lookup))
  const free = accepts(configDocumentSchema('unknown', lookup))

  for (const { note, check, document, valid } of [
    {
      note: 'sections of every kind that fit the category',
      check: lamp,
      document: { default: { watts: 1 }, z1: { watts: 2 }, 'kazoo_apps@host': { watts: 3 } },
      valid: true,
    },
    { note: 'a default section that does not', check: lamp, document: { default: { watts: 0 } }, valid: false },
    { note: 'a zone that does not', check: lamp, document: { default: {}, 'z.1': { watts: 'x' } }, valid: false },
    { note: 'a node that does not', check: lamp, document: { default: {}, 'a@b': { watts: 'x' } }, valid: false },
    {
      note: 'a nested reference that does not',
      check: lamp,
      document: { default: { spare: { next: { cap: 1 } } } },
      valid: false,
    },
    { note: 'a section that is no object', check: lamp, document: { default: {}, z1: 3 }, valid: false },
    {
      note: 'names outside both patterns, unchecked',
      check: lamp,
      document: { default: {}, 'us-east': { watts: 'x' }, zone_1: 3 },
      valid: true,
    },
    {
      note: 'id and names that begin like it or like default, unchecked',
      check: lamp,
      document: { default: {}, id: 'lamp', 'id.x': 1, 'default.x': 1 },
      valid: true,
    },
    { note: 'a document without default', check: lamp, document: { z1: {} }, valid: false },
    {
      note: 'any section of a category without a schema',
      check: free,
      document: { default: { a: 1 }, z1: { b: [] } },
      valid: true,
    },
    {
      note: 'a section of a category without a schema that is no object',
      check: free,
      document: { default: 1 },
      valid: false,
    },
  ]) {
    it(`${valid ? 'accepts' : 'refuses'} ${note}`, () => expect(check(document)).toBe(valid))
  }

  it('needs the wrapper', () => {
    expect(() => configDocumentSchema('lamp', () => undefined)).toThrow(MissingSchemaError)
    expect(() => configDocumentSource('lamp', () => undefined)).toThrow(MissingSchemaError)
  })

  it("accepts a document without default once it is filled, as KAZOO's validator does", () => {
    const filled = fillDefaults({ z1: { shade: {} } }, configDocumentSource('lamp', lookup), lookup)
    expect(filled).toEqual({
      z1: { watts: 40, shade: { colour: 'white' } },
      default: { watts: 40, shade: { colour: 'white' } },
    })
    expect(lamp(filled)).toBe(true)
  })
})

describe(configSectionSchema, () => {
  it('is the schema of the category', () => {
    const check = accepts(configSectionSchema('lamp', lookup))
    expect([check({ watts: 1 }), check({ watts: 0 }), check([])]).toEqual([true, false, false])
    expect(configSectionSource('lamp', lookup)).toBe(schemas['system_config.lamp'])
  })

  it('is an object with at most a text as id where the category has none', () => {
    const check = accepts(configSectionSchema('unknown', lookup))
    expect([check({ any: 1 }), check({ id: 'x' }), check({ id: 1 }), check(1)]).toEqual([true, true, false, false])
  })
})

describe(schemaDefaults, () => {
  it('are those that materialise', () => {
    expect(schemaDefaults('lamp', lookup)).toStrictEqual({ watts: 40, shade: { colour: 'white' } })
  })

  it('are none without a schema, and none at all where one leads to a schema nobody has', () => {
    expect(schemaDefaults('unknown', lookup)).toStrictEqual({})
    expect(schemaDefaults('broken', lookup)).toStrictEqual({})
  })
})

describe(defaultHints, () => {
  it('are the defaults that are stated but never materialise', () => {
    expect([...defaultHints('lamp', lookup)]).toEqual([
      ['/shade/fabric', 'silk'],
      ['/timer/off_s', 600],
      ['/spare/cap', 'E14'],
    ])
  })

  it('are none without a schema', () => expect(defaultHints('unknown', lookup).size).toBe(0))
})
