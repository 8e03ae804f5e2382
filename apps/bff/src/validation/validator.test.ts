import type { ValidationErrors } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { catalogueOf, kazooVersions } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { createValidator, validate as run, type Validation } from './validator.ts'

const catalogue = catalogueOf('4.3')

const draft04 = 'http://json-schema.org/draft-04/schema#'

function snapshotOf(schemas: Record<string, JsonObject>, revision = 'r1'): SchemaSnapshot {
  return { revision, ids: Object.keys(schemas), get: (id) => schemas[id] ?? catalogue.get(id) }
}

function validate(schema: JsonObject, value: JsonValue): Validation {
  return run(createValidator(), { schema: 'thing' }, value, snapshotOf({ thing: { $schema: draft04, ...schema } }))
}

function errorsOf(validation: Validation): ValidationErrors {
  return validation.valid ? {} : validation.errors
}

function property(schema: JsonObject): JsonObject {
  return { type: 'object', properties: { a: schema } }
}

const message = expect.any(String)

describe('error keywords', () => {
  for (const { note, schema, value, expected } of [
    {
      note: 'required: the path is the missing key, the value its name',
      schema: { type: 'object', required: ['a'] },
      value: {},
      expected: { a: { required: { message, value: 'a' } } },
    },
    {
      note: 'type',
      schema: property({ type: 'string' }),
      value: { a: 1 },
      expected: { a: { type: { message, target: 'string', value: 1 } } },
    },
    {
      note: 'type: several are joined',
      schema: property({ type: ['string', 'integer'] }),
      value: { a: true },
      expected: { a: { type: { message, target: 'string, integer', value: true } } },
    },
    {
      note: 'enum: 1 is not "1"',
      schema: property({ enum: ['1', 'x'] }),
      value: { a: 1 },
      expected: { a: { enum: { message, target: ['1', 'x'], value: 1 } } },
    },
    {
      note: 'minLength counts code points',
      schema: property({ type: 'string', minLength: 2 }),
      value: { a: '😀' },
      expected: { a: { minLength: { message, target: 2, cause: '😀', value: '😀' } } },
    },
    {
      note: 'maxLength',
      schema: property({ type: 'string', maxLength: 1 }),
      value: { a: 'ab' },
      expected: { a: { maxLength: { message, target: 1, cause: 'ab', value: 'ab' } } },
    },
    {
      note: 'minimum',
      schema: property({ type: 'integer', minimum: 3 }),
      value: { a: 2 },
      expected: { a: { minimum: { message, target: 3, value: 2 } } },
    },
    {
      note: "minimum: draft-04's exclusive limit",
      schema: property({ type: 'integer', minimum: 3, exclusiveMinimum: true }),
      value: { a: 3 },
      expected: { a: { minimum: { message, target: 3, value: 3 } } },
    },
    {
      note: 'maximum',
      schema: property({ type: 'number', maximum: 3 }),
      value: { a: 3.5 },
      expected: { a: { maximum: { message, target: 3, value: 3.5 } } },
    },
    {
      note: "maximum: draft-04's exclusive limit",
      schema: property({ type: 'number', maximum: 3, exclusiveMaximum: true }),
      value: { a: 3 },
      expected: { a: { maximum: { message, target: 3, value: 3 } } },
    },
    {
      note: 'minItems',
      schema: property({ type: 'array', minItems: 1 }),
      value: { a: [] },
      expected: { a: { minItems: { message, target: 1, value: [] } } },
    },
    {
      note: 'maxItems',
      schema: property({ type: 'array', maxItems: 1 }),
      value: { a: [1, 2] },
      expected: { a: { maxItems: { message, target: 1, value: [1, 2] } } },
    },
    {
      note: 'uniqueItems',
      schema: property({ type: 'array', uniqueItems: true }),
      value: { a: [{ b: 1 }, { b: 1 }] },
      expected: { a: { uniqueItems: { message, value: [{ b: 1 }, { b: 1 }] } } },
    },
    {
      note: 'pattern',
      schema: property({ type: 'string', pattern: '^[^\\s]*$' }),
      value: { a: 'a b' },
      expected: { a: { pattern: { message, target: '^[^\\s]*$', value: 'a b' } } },
    },
    {
      note: 'additionalProperties: the path is the key, the value its whole parent as it was sent',
      schema: property({
        type: 'object',
        additionalProperties: false,
        properties: { b: { type: 'integer', default: 1 } },
      }),
      value: { a: { x: 1 } },
      expected: { 'a.x': { additionalProperties: { message, value: { x: 1 } } } },
    },
    {
      note: 'additionalItems',
      schema: property({ type: 'array', items: [{ type: 'string' }], additionalItems: false }),
      value: { a: ['x', 1] },
      expected: { a: { additionalItems: { message, value: ['x', 1] } } },
    },
    {
      note: 'minProperties',
      schema: property({ type: 'object', minProperties: 1 }),
      value: { a: {} },
      expected: { a: { minProperties: { message, target: 1, value: {} } } },
    },
    {
      note: 'maxProperties',
      schema: property({ type: 'object', maxProperties: 1 }),
      value: { a: { b: 1, c: 2 } },
      expected: { a: { too_many_properties: { message, value: { b: 1, c: 2 } } } },
    },
    {
      note: 'dependencies',
      schema: { type: 'object', dependencies: { a: ['b'] } },
      value: { a: 1 },
      expected: { '': { dependencies: { message, value: { a: 1 } } } },
    },
    {
      note: 'format: email is anything around one @',
      schema: property({ type: 'string', format: 'email' }),
      value: { a: 'nobody' },
      expected: { a: { wrong_format: { message, value: 'nobody', format: 'email' } } },
    },
    {
      note: 'format: ipv4',
      schema: property({ type: 'string', format: 'ipv4' }),
      value: { a: '1.2.3' },
      expected: { a: { wrong_format: { message, value: '1.2.3', format: 'ipv4' } } },
    },
    {
      note: 'oneOf: none holds',
      schema: property({ oneOf: [{ type: 'string' }, { type: 'array' }] }),
      value: { a: 1 },
      expected: { a: { not_one_schema_valid: { message, value: 1 } } },
    },
    {
      note: 'oneOf: two hold',
      schema: property({ oneOf: [{ type: 'object' }, { type: 'object' }] }),
      value: { a: {} },
      expected: { a: { not_one_schema_valid: { message, value: {} } } },
    },
    {
      note: 'anyOf',
      schema: property({ anyOf: [{ type: 'string' }, { properties: { b: { type: 'string' } } }] }),
      value: { a: { b: 1 } },
      expected: { a: { any_schemas_not_valid: { message, value: { b: 1 } } } },
    },
    {
      note: 'not',
      schema: property({ not: { type: 'string' } }),
      value: { a: 'x' },
      expected: { a: { not_schema_valid: { message, value: 'x' } } },
    },
    {
      note: 'multipleOf',
      schema: property({ type: 'integer', multipleOf: 2 }),
      value: { a: 3 },
      expected: { a: { not_multiple_of: { message, value: 3 } } },
    },
    {
      note: 'a reference to a schema nobody has',
      schema: property({ $ref: 'nobody.has' }),
      value: { a: 1 },
      expected: { schema: { schema: { message, schema: 'nobody.has' } } },
    },
  ]) {
    it(note, () => expect(errorsOf(validate(schema, value))).toEqual(expected))
  }

  it('what KAZOO ignores is no error: unknown formats, unknown keywords, undeclared keys', () => {
    const schema = property({ type: 'string', format: 'uri', patern: '^x$', support_level: 'alpha' })
    expect(validate(schema, { a: 'no uri', other: [null] })).toEqual({
      valid: true,
      value: { a: 'no uri', other: [null] },
    })
  })
})

describe('paths', () => {
  const anything = {
    type: 'object',
    patternProperties: { '.': { type: 'object', properties: { b: { type: 'array' } } } },
  }
  for (const { note, key, path } of [
    { note: 'dots inside a key are escaped', key: 'app@host.example', path: 'app@host%2Eexample.b' },
    { note: 'slashes and tildes are not', key: 'a/b~c', path: 'a/b~c.b' },
    { note: 'a key of only digits', key: '2', path: '2.b' },
    { note: '__proto__ is a key like any other', key: '__proto__', path: '__proto__.b' },
    { note: 'constructor is a key like any other', key: 'constructor', path: 'constructor.b' },
  ]) {
    it(note, () => {
      const errors = errorsOf(validate(anything, Object.fromEntries([[key, { b: 1 }]])))
      expect(Object.entries(errors)).toEqual([[path, { type: { message, target: 'array', value: 1 } }]])
    })
  }

  it('list items are numbered from 0', () => {
    const schema = property({ type: 'array', items: { type: 'string' } })
    expect(Object.keys(errorsOf(validate(schema, { a: ['x', 1] })))).toEqual(['a.1'])
  })

  it('one keyword a path: the last by name, as in a schema file with sorted keys', () => {
    const schema = property({ type: 'string', enum: ['x'] })
    expect(errorsOf(validate(schema, { a: 1 }))).toEqual({ a: { type: { message, target: 'string', value: 1 } } })
    const text = property({ type: 'string', maxLength: 1, pattern: '^x$', minLength: 3 })
    expect(errorsOf(validate(text, { a: 'yy' }))).toEqual({
      a: { pattern: { message, target: '^x$', value: 'yy' } },
    })
  })

  it('every path that fails is reported', () => {
    const schema = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'array' } } }
    expect(Object.keys(errorsOf(validate(schema, { a: 1, b: 2 })))).toEqual(['a', 'b'])
  })
})

describe('numbers that would be stored as others', () => {
  for (const { note, text } of [
    { note: 'too large for any', text: '1e400' },
    { note: 'too large, below zero', text: '-1e400' },
    { note: 'an integer of too many digits', text: '12345678901234567890' },
  ]) {
    it(`${note}: refused, also where the schema asks for nothing`, () => {
      const value: JsonValue = JSON.parse(`{"a": ${text}, "free": [{"x.y": ${text}}]}`)
      expect(errorsOf(validate(property({ type: 'integer' }), value))).toEqual({
        a: { invalid: { message } },
        'free.0.x%2Ey': { invalid: { message } },
      })
    })
  }

  it('the largest exact integer and fractions of any size pass', () => {
    const value = { a: 9_007_199_254_740_991, free: [1.7e-300, 0.1, -0] }
    expect(validate(property({ type: 'integer' }), value)).toEqual({ valid: true, value })
  })
})

describe('coercion', () => {
  for (const { note, type, value, expected } of [
    { note: 'a text of digits is an integer', type: 'integer', value: '5', expected: 5 },
    { note: 'with a sign', type: 'integer', value: '-12', expected: -12 },
    { note: 'a decimal is a number', type: 'number', value: '1.5', expected: 1.5 },
    { note: '"true"', type: 'boolean', value: 'true', expected: true },
    { note: '"false"', type: 'boolean', value: 'false', expected: false },
    { note: 'what is right stays', type: 'string', value: '5', expected: '5' },
  ]) {
    it(note, () => expect(validate(property({ type }), { a: value })).toEqual({ valid: true, value: { a: expected } }))
  }

  for (const { note, type, value } of [
    { note: 'a number does not become a string', type: 'string', value: 5 },
    { note: 'no fraction becomes an integer', type: 'integer', value: '1.5' },
    { note: 'a fraction is not rounded', type: 'integer', value: 1.5 },
    { note: 'no word becomes a number', type: 'number', value: 'five' },
    { note: 'no empty text becomes a number', type: 'integer', value: '' },
    { note: 'no number that cannot be held exactly', type: 'integer', value: '99999999999999999999' },
    { note: '"yes" is no boolean', type: 'boolean', value: 'yes' },
    { note: 'null is nothing to convert', type: 'integer', value: null },
    { note: 'a list of types is left alone', type: ['integer', 'boolean'], value: '5' },
  ]) {
    it(note, () => expect(Object.keys(errorsOf(validate(property({ type }), { a: value })))).toEqual(['a']))
  }

  it('the converted value is validated again', () => {
    expect(errorsOf(validate(property({ type: 'integer', minimum: 3 }), { a: '2' }))).toEqual({
      a: { minimum: { message, target: 3, value: 2 } },
    })
  })

  it('inside lists and objects', () => {
    const schema = property({ type: 'array', items: property({ type: 'integer' }) })
    expect(validate(schema, { a: [{ a: '1' }, { a: 2 }] })).toEqual({ valid: true, value: { a: [{ a: 1 }, { a: 2 }] } })
  })

  it('nothing inside a failed oneOf is converted', () => {
    const schema = property({ oneOf: [property({ type: 'integer' }), { type: 'array' }] })
    expect(Object.keys(errorsOf(validate(schema, { a: { a: '5' } })))).toEqual(['a'])
  })

  it('where something else is wrong, the rest is converted all the same', () => {
    const schema = { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'array' } } }
    expect(validate(schema, { a: '5', b: 1 })).toMatchObject({ valid: false, value: { a: 5, b: 1 } })
  })

  it('changes nothing that was handed in', () => {
    const sent = { a: '5' }
    validate(property({ type: 'integer' }), sent)
    expect(sent).toEqual({ a: '5' })
  })
})

describe('defaults', () => {
  const schema = {
    $schema: draft04,
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'integer', default: 1 }, b: { type: 'object', properties: { c: { type: 'string' } } } },
  }
  const snapshot = snapshotOf({ thing: schema })

  it('are filled in before what is required is looked for, and kept out of the value', () => {
    expect(run(createValidator(), { schema: 'thing' }, {}, snapshot)).toEqual({ valid: true, value: {} })
  })

  it('stay in the value when asked for', () => {
    const validation = run(createValidator(), { schema: 'thing' }, { b: {} }, snapshot, { fillDefaults: true })
    expect(validation).toEqual({ valid: true, value: { a: 1, b: {} } })
  })
})

describe('storage back-ends', () => {
  const id = '0123456789abcdef0123456789abcdef'
  function storageErrors(attachment: JsonValue): ValidationErrors {
    const document = { attachments: { [id]: attachment } }
    return errorsOf(run(createValidator(), { schema: 'storage' }, document, snapshotOf({})))
  }

  it('the branch that `handler` names is reported at its own paths, beside the failure of the node', () => {
    const attachment = { handler: 's3', settings: { bucket: 'abc', key: 'k' } }
    expect(storageErrors(attachment)).toEqual({
      [`attachments.${id}`]: { not_one_schema_valid: { message, value: attachment } },
      [`attachments.${id}.settings.bucket`]: { minLength: { message, target: 6, cause: 'abc', value: 'abc' } },
      [`attachments.${id}.settings.secret`]: { required: { message, value: 'secret' } },
    })
  })

  it('what is wrong in the branch is not converted', () => {
    const attachment = { handler: 's3', settings: { bucket: 'abcdef', key: 'k', secret: 's', port: '9000' } }
    expect(Object.keys(storageErrors(attachment)).sort()).toEqual([
      `attachments.${id}`,
      `attachments.${id}.settings.port`,
    ])
  })

  for (const { note, attachment } of [
    { note: 'an unknown handler', attachment: { handler: 'ftp', settings: {} } },
    { note: 'no handler', attachment: { settings: {} } },
    { note: 'a handler of another type', attachment: { handler: ['s3'] } },
  ]) {
    it(`${note}: only the node fails`, () => {
      expect(storageErrors(attachment)).toEqual({
        [`attachments.${id}`]: { not_one_schema_valid: { message, value: attachment } },
      })
    })
  }

  it('a oneOf inside the branch fails at its own path', () => {
    const attachment = { handler: 'google_storage', settings: { oauth_doc_id: 'a', oauth_app_id: 'b' } }
    expect(Object.keys(storageErrors(attachment)).sort()).toEqual([`attachments.${id}`, `attachments.${id}.settings`])
  })

  it('a valid one passes', () => {
    expect(storageErrors({ handler: 'azure', settings: { account: 'a', container: 'c', key: 'k' } })).toEqual({})
  })
})

describe('system configs', () => {
  const schemas = { 'system_config.demo': property({ type: 'integer', default: 1 }) }
  const validator = createValidator()
  const snapshot = snapshotOf(schemas)

  it('an error of a document carries its section', () => {
    const document = { default: { a: 'x' }, 'app@host.example': { a: [] }, z1: { a: '7' } }
    const validation = run(validator, { configDocument: 'demo' }, document, snapshot)
    expect(errorsOf(validation)).toEqual({
      'default.a': { type: { message, target: 'integer', value: 'x' } },
      'app@host%2Eexample.a': { type: { message, target: 'integer', value: [] } },
    })
    expect(validation.value).toEqual({ ...document, z1: { a: 7 } })
  })

  it('an error of a section starts inside it', () => {
    expect(Object.keys(errorsOf(run(validator, { configSection: 'demo' }, { a: null }, snapshot)))).toEqual(['a'])
  })

  it('a document needs no default section', () => {
    expect(run(validator, { configDocument: 'demo' }, { z1: {} }, snapshot).valid).toBe(true)
  })

  for (const { note, document, paths } of [
    { note: 'a zone', document: { z1: 1 }, paths: ['z1'] },
    { note: 'a zone with a dot', document: { 'z.1': 1 }, paths: ['z%2E1'] },
    { note: 'default', document: { default: 1 }, paths: ['default'] },
    { note: 'a node', document: { 'a@b': 1 }, paths: ['a@b'] },
    { note: 'a name outside both patterns is not looked at', document: { 'us-east': 1, zone_1: 1 }, paths: [] },
  ]) {
    it(`sections must be objects: ${note}`, () => {
      expect(Object.keys(errorsOf(run(validator, { configDocument: 'demo' }, document, snapshot)))).toEqual(paths)
      expect(Object.keys(errorsOf(run(validator, { configDocument: 'free' }, document, snapshot)))).toEqual(paths)
    })
  }

  it('a category without a schema takes anything in its sections', () => {
    expect(run(validator, { configDocument: 'free' }, { default: { a: [null] } }, snapshot).valid).toBe(true)
    expect(run(validator, { configSection: 'free' }, { a: { b: 1 } }, snapshot).valid).toBe(true)
  })
})

describe('schemas', () => {
  it('a changed schema counts at once', () => {
    const validator = createValidator()
    const before = snapshotOf({ thing: property({ type: 'string' }) }, 'r1')
    const after = snapshotOf({ thing: property({ type: 'integer' }) }, 'r2')
    expect(run(validator, { schema: 'thing' }, { a: 'x' }, before).valid).toBe(true)
    expect(run(validator, { schema: 'thing' }, { a: 'x' }, after).valid).toBe(false)
    expect(run(validator, { schema: 'thing' }, { a: 'x' }, before).valid).toBe(true)
  })

  it('a named schema that is missing is a fault of the server', () => {
    expect(() => run(createValidator(), { schema: 'nobody.has' }, {}, snapshotOf({}))).toThrowError(
      expect.objectContaining({ kind: 'internal' }),
    )
  })

  for (const version of kazooVersions) {
    it(`every bundled category of KAZOO ${version} validates its own defaults as a document`, () => {
      const validator = createValidator()
      const ids = [...catalogueOf(version).keys()]
      const snapshot: SchemaSnapshot = { revision: version, ids, get: (id) => catalogueOf(version).get(id) }
      for (const id of ids) {
        if (!id.startsWith('system_config.')) continue
        const category = id.slice('system_config.'.length)
        const validation = run(validator, { configDocument: category }, {}, snapshot, { fillDefaults: true })
        expect(validation.valid, category).toBe(true)
      }
    })
  }
})
