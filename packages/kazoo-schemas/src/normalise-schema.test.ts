import type { JsonObject, JsonValue } from '@strata/json'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { MissingSchemaError, normaliseSchema } from './index.ts'

const draft04 = 'http://json-schema.org/draft-04/schema#'

function lookupIn(schemas: Record<string, JsonObject>) {
  return (id: string) => (Object.hasOwn(schemas, id) ? schemas[id] : undefined)
}

/** Normalises the schema `root` and compiles it as strictly as KAZOO's schemas allow: many have no `type`. */
function checkOf(schemas: Record<string, JsonObject>): (value: JsonValue) => boolean {
  const ajv = addFormats.default(
    new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowMatchingProperties: true }),
  )
  const validate = ajv.compile(normaliseSchema('root', lookupIn(schemas)))
  return (value) => validate(value)
}

interface Case {
  readonly note: string
  readonly schemas: Record<string, JsonObject>
  readonly accepts?: readonly JsonValue[]
  readonly refuses?: readonly JsonValue[]
}

const port = { _id: 'port', $schema: draft04, type: 'integer', minimum: 1 }

const cases: readonly Case[] = [
  {
    note: 'a reference by document id gives way to the document',
    schemas: { root: { properties: { sip: { $ref: 'port' } } }, port },
    accepts: [{ sip: 5060 }, {}],
    refuses: [{ sip: 0 }, { sip: '5060' }],
  },
  {
    note: 'a reference may begin with ./',
    schemas: { root: { properties: { sip: { $ref: './port' } } }, port },
    refuses: [{ sip: 0 }],
  },
  {
    note: 'a reference may begin with file://',
    schemas: { root: { properties: { sip: { $ref: 'file://port' } } }, port },
    refuses: [{ sip: 0 }],
  },
  {
    note: 'a reference to a fragment stays in its own document',
    schemas: {
      root: { properties: { line: { $ref: 'line' } }, definitions: { colour: { type: 'boolean' } } },
      line: { properties: { colour: { $ref: '#/definitions/colour' } }, definitions: { colour: { enum: ['red'] } } },
    },
    accepts: [{ line: { colour: 'red' } }],
    refuses: [{ line: { colour: true } }],
  },
  {
    note: 'a reference to a fragment of another document',
    schemas: {
      root: { properties: { colour: { $ref: 'line#/definitions/colour' } } },
      line: { definitions: { colour: { enum: ['red'] } } },
    },
    accepts: [{ colour: 'red' }],
    refuses: [{ colour: 'blue' }],
  },
  {
    note: 'siblings of a reference apply as well as what it names',
    schemas: { root: { properties: { sip: { $ref: 'port', maximum: 65535, description: 'Ours.' } } }, port },
    accepts: [{ sip: 1 }, { sip: 65535 }],
    refuses: [{ sip: 0 }, { sip: 65536 }],
  },
  {
    note: 'siblings that contradict what is referred to leave nothing to accept',
    schemas: { root: { properties: { sip: { $ref: 'port', type: 'string' } } }, port },
    refuses: [{ sip: 1 }, { sip: 'a' }],
  },
  {
    note: 'properties of both sides of a closed reference: the closed side decides',
    schemas: {
      root: { properties: { trunk: { $ref: 'closed', properties: { extra: { type: 'string' } } } } },
      closed: { properties: { host: { type: 'string' } }, additionalProperties: false },
    },
    accepts: [{ trunk: { host: 'a' } }],
    refuses: [{ trunk: { extra: 'b' } }],
  },
  {
    note: 'a schema that refers to itself through another',
    schemas: {
      root: { properties: { tree: { $ref: 'node' } } },
      node: {
        type: 'object',
        properties: { name: { type: 'string' }, kids: { type: 'array', items: { $ref: 'node' } } },
      },
    },
    accepts: [{ tree: { kids: [{ kids: [{ name: 'leaf' }] }] } }],
    refuses: [{ tree: { kids: [{ kids: [{ name: 1 }] }] } }, { tree: { kids: [{ kids: [{ kids: [3] }] }] } }],
  },
  {
    note: 'a root that refers to itself',
    schemas: { root: { type: 'object', properties: { next: { $ref: 'root' }, end: { type: 'boolean' } } } },
    accepts: [{ next: { next: { end: true } } }],
    refuses: [{ next: { next: { end: 'no' } } }],
  },
  {
    note: 'two schemas that refer to each other',
    schemas: {
      root: { properties: { menu: { $ref: 'menu' } } },
      menu: { properties: { entries: { items: { $ref: 'entry' } } } },
      entry: { properties: { key: { type: 'string' }, menu: { $ref: 'menu' } } },
    },
    accepts: [{ menu: { entries: [{ menu: { entries: [{ key: '1' }] } }] } }],
    refuses: [{ menu: { entries: [{ menu: { entries: [{ key: 1 }] } }] } }],
  },
  {
    note: 'a reference to a schema nobody has refuses what reaches it, and only that',
    schemas: { root: { properties: { lost: { $ref: 'nowhere' }, kept: { type: 'string' } } } },
    accepts: [{ kept: 'a' }, {}],
    refuses: [{ lost: 'a' }, { lost: {} }],
  },
  {
    note: 'key patterns, beside properties and closed to others',
    schemas: {
      root: {
        type: 'object',
        properties: { label: { type: 'string' } },
        patternProperties: { '^[a-z0-9]{4}$': { type: 'integer' } },
        additionalProperties: false,
      },
    },
    accepts: [{ ab12: 1, label: 'n' }, {}],
    refuses: [{ ab12: 'one' }, { AB12: 1 }, { label: 3 }],
  },
  {
    note: 'key patterns are searched for, not matched as a whole',
    schemas: { root: { patternProperties: { local: { type: 'object' } } } },
    accepts: [{ my_local_one: {} }, { other: 1 }],
    refuses: [{ my_local_one: 1 }],
  },
  {
    note: 'a POSIX class in a key pattern',
    schemas: { root: { patternProperties: { '^[[:alnum:]_]+$': { type: 'string' } }, additionalProperties: false } },
    accepts: [{ to_did: 'x' }],
    refuses: [{ to_did: 1 }, { 'to-did': 'x' }, { ':': 'x' }],
  },
  {
    note: 'a POSIX class in a pattern',
    schemas: { root: { properties: { code: { type: 'string', pattern: '^[[:digit:][:upper:]]{2}$' } } } },
    accepts: [{ code: 'A1' }],
    refuses: [{ code: 'a1' }, { code: 'di' }],
  },
  {
    note: 'a pattern that JavaScript cannot read is not checked',
    schemas: { root: { properties: { code: { type: 'string', pattern: '(?i)^[a-z]++$' } } } },
    accepts: [{ code: '42' }],
    refuses: [{ code: 42 }],
  },
  {
    note: 'beside a key pattern that JavaScript cannot read no key is refused',
    schemas: { root: { patternProperties: { '^(?>a)$': { type: 'string' } }, additionalProperties: false } },
    accepts: [{ a: 'x', b: 1 }],
  },
  {
    note: 'exclusive limits as booleans',
    schemas: {
      root: {
        properties: {
          ratio: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true },
          share: { type: 'number', minimum: 0, exclusiveMinimum: false, maximum: 1, exclusiveMaximum: false },
        },
      },
    },
    accepts: [{ ratio: 0.5 }, { share: 0 }, { share: 1 }],
    refuses: [{ ratio: 0 }, { ratio: 1 }, { share: -1 }, { share: 2 }],
  },
  {
    note: "draft-03's boolean required makes the key required",
    schemas: {
      root: {
        properties: { url: { type: 'string', required: true }, note: { type: 'string', required: false }, id: {} },
        required: ['id'],
      },
      other: {},
    },
    accepts: [{ url: 'a', id: 1 }],
    refuses: [{ id: 1 }, { url: 'a' }],
  },
  {
    note: "draft-03's type any asks for nothing",
    schemas: { root: { properties: { value: { type: 'any' } } } },
    accepts: [{ value: 1 }, { value: null }],
  },
  {
    note: 'keywords of others are no rules: _id, name, support_level, kazoo-validation and a misspelling',
    schemas: {
      root: {
        _id: 'root',
        $schema: draft04,
        name: 'root',
        support_level: 'beta',
        properties: { path: { type: 'string', patern: '^/', 'kazoo-validation': true } },
      },
    },
    accepts: [{ path: 'no slash' }],
    refuses: [{ path: 1 }],
  },
  {
    note: 'keywords of later drafts are no rules either, since KAZOO ignores them',
    schemas: { root: { const: 3, propertyNames: { maxLength: 1 }, contains: { type: 'string' } } },
    accepts: [{ long: 1 }, [1]],
  },
  {
    note: 'a schema without a type takes what is no object',
    schemas: { root: { properties: { pool: { properties: { size: { type: 'integer' } } } } } },
    accepts: [{ pool: 'none' }, { pool: { size: 1 } }],
    refuses: [{ pool: { size: 'one' } }],
  },
  {
    note: 'properties named like keywords are properties',
    schemas: {
      root: {
        type: 'object',
        properties: {
          default: { type: 'object', default: {}, properties: { default: { type: 'integer', default: 1 } } },
          type: { type: 'string', enum: ['json'] },
          name: { type: 'string' },
          id: { type: 'string' },
          required: { type: 'boolean' },
          properties: { type: 'array', items: { type: 'string' } },
          $ref: { type: 'string' },
          title: { type: 'string' },
        },
      },
    },
    accepts: [{ default: { default: 2 }, type: 'json', required: false, properties: ['a'], $ref: 'x', title: 't' }],
    refuses: [
      { default: 1 },
      { type: 'xml' },
      { id: 1 },
      { required: 'x' },
      { properties: {} },
      { $ref: 1 },
      { title: 1 },
    ],
  },
  {
    note: 'keys from outside: __proto__ and dots',
    schemas: {
      root: JSON.parse('{"properties": {"__proto__": {"type": "integer"}, "a.b": {"type": "string"}}}'),
    },
    accepts: [JSON.parse('{"__proto__": 1, "a.b": "x"}')],
    refuses: [{ 'a.b': 1 }],
  },
  {
    note: 'alternatives: one or a list of them',
    schemas: {
      root: { properties: { to: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } } },
    },
    accepts: [{ to: 'a' }, { to: ['a'] }],
    refuses: [{ to: 1 }, { to: [1] }],
  },
  {
    note: 'anyOf, allOf, not and lists of item schemas are walked',
    schemas: {
      root: {
        properties: {
          any: { anyOf: [{ $ref: 'port' }, { type: 'boolean' }] },
          all: { allOf: [{ $ref: 'port' }, { maximum: 9 }] },
          none: { not: { $ref: 'port' } },
          pair: { type: 'array', items: [{ $ref: 'port' }, { type: 'string' }], additionalItems: false, minItems: 2 },
          map: { type: 'object', additionalProperties: { $ref: 'port' } },
        },
        dependencies: { any: ['all'], none: { required: ['map'] } },
      },
      port,
    },
    accepts: [{ any: true, all: 9 }, { none: 'x', map: { a: 1 } }, { pair: [1, 'a'] }],
    refuses: [{ any: true }, { any: 0, all: 1 }, { all: 10 }, { none: 1, map: {} }, { none: 'x' }, { pair: [0, 'a'] }],
  },
  {
    note: 'formats that KAZOO checks are checked, others are not',
    schemas: {
      root: {
        properties: {
          ip: { type: 'string', format: 'ipv4' },
          url: { type: 'string', format: 'uri' },
          regex: { type: 'string', format: 'regex' },
          number: { type: 'string', format: 'phone-number' },
        },
      },
    },
    accepts: [{ url: 'no address', regex: '(', number: 'x', ip: '10.0.0.1' }],
    refuses: [{ ip: '10.0.0' }],
  },
]

describe(normaliseSchema, () => {
  for (const { note, schemas, accepts = [], refuses = [] } of cases) {
    it(note, () => {
      const check = checkOf(schemas)
      expect(accepts.filter((value) => !check(value))).toEqual([])
      expect(refuses.filter((value) => check(value))).toEqual([])
    })
  }

  it('gives draft-07 without references to other documents', () => {
    const schema = normaliseSchema(
      'root',
      lookupIn({ root: { $schema: draft04, properties: { a: { $ref: 'port' } } }, port }),
    )
    expect(schema).toEqual({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { a: { title: 'A', type: 'integer', minimum: 1 } },
    })
  })

  it('writes a default from outside beside a reference, and of two descriptions the nearer', () => {
    const schemas = {
      root: { properties: { sip: { $ref: 'port', default: 5060, description: 'near' } } },
      port: { type: 'integer', description: 'far', title: 'Port number' },
    }
    expect(normaliseSchema('root', lookupIn(schemas)).properties).toEqual({
      sip: { type: 'integer', default: 5060, description: 'near', title: 'Port number' },
    })
  })

  it('labels each place of one referred schema by its own key', () => {
    const schema = normaliseSchema(
      'root',
      lookupIn({ root: { properties: { sip_port: { $ref: 'port' }, rtp_port: { $ref: 'port' } } }, port }),
    )
    expect(schema.properties).toMatchObject({ sip_port: { title: 'SIP port' }, rtp_port: { title: 'RTP port' } })
  })

  it('keeps a title that is there', () => {
    const schema = normaliseSchema('root', lookupIn({ root: { properties: { a: { title: 'Mine', type: 'string' } } } }))
    expect(schema.properties).toEqual({ a: { title: 'Mine', type: 'string' } })
  })

  it('says which schema is missing where a reference leads nowhere', () => {
    const schema = normaliseSchema('root', lookupIn({ root: { properties: { a: { $ref: 'nowhere' } } } }))
    expect(schema.properties).toMatchObject({ a: { not: {}, $comment: 'There is no schema "nowhere".' } })
  })

  it('needs the schema that was asked for', () => {
    expect(() => normaliseSchema('root', lookupIn({}))).toThrow(new MissingSchemaError('root'))
  })
})
