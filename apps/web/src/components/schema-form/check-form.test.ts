import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { checkForm } from './check-form.ts'
import { compileForm } from './testing/compile-form.ts'

const marker = { $secret: 'set', fingerprint: '0123456789ab' }
const settings = (required: string, rest: JsonObject = {}): JsonObject => ({
  type: 'object',
  required: [required],
  properties: { [required]: { type: 'string', minLength: 3 }, ...rest },
})
const schema: JsonObject = {
  type: 'object',
  required: ['timeout'],
  properties: {
    timeout: { type: 'integer', minimum: 1 },
    password: { type: 'string', minLength: 8 },
    closed: { type: 'object', additionalProperties: false, properties: { known: { type: 'string' } } },
    to: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    mail: { type: 'string', format: 'email' },
    entries: { type: 'object', patternProperties: { '^[a-z.]+$': { type: 'integer' } } },
    backEnd: {
      type: 'object',
      oneOf: [
        { required: ['handler'], properties: { handler: { enum: ['s3'] }, settings: settings('bucket') } },
        { required: ['handler'], properties: { handler: { enum: ['http'] }, settings: settings('url') } },
      ],
    },
    layouts: {
      type: 'object',
      patternProperties: { '^[a-z]+$': { type: 'array', items: { $ref: '#/definitions/field' } } },
    },
  },
  definitions: {
    field: {
      oneOf: [
        { type: 'object', additionalProperties: false, required: ['arg'], properties: { arg: { enum: ['id', 'db'] } } },
        {
          type: 'object',
          additionalProperties: false,
          required: ['group'],
          properties: { group: { type: 'array', items: { $ref: '#/definitions/field' } } },
        },
      ],
    },
  },
}

describe(checkForm, () => {
  const cases: { note: string; value: JsonObject; inherited?: JsonObject; found: [pointer: string, rule: string][] }[] =
    [
      { note: 'finds nothing in what is right', value: { timeout: 1, mail: 'a@b.example', to: ['x'] }, found: [] },
      {
        note: 'finds a value of the wrong type at its place',
        value: { timeout: 'many' },
        found: [['/timeout', 'type']],
      },
      { note: 'finds a missing key at the key', value: {}, found: [['/timeout', 'required']] },
      { note: 'does not miss a key that is inherited', value: {}, inherited: { timeout: 5 }, found: [] },
      {
        note: 'finds a key too many at the key',
        value: { timeout: 1, closed: { other: 1 } },
        found: [['/closed/other', 'additionalProperties']],
      },
      {
        note: 'finds errors under keys with a dot',
        value: { timeout: 1, entries: { 'c.example': 'x' } },
        found: [['/entries/c.example', 'type']],
      },
      { note: 'checks formats', value: { timeout: 1, mail: 'nobody' }, found: [['/mail', 'format']] },
      { note: 'finds nothing at the marker of a secret', value: { timeout: 1, password: marker }, found: [] },
      {
        note: 'checks a replaced secret',
        value: { timeout: 1, password: 'short' },
        found: [['/password', 'minLength']],
      },
      {
        note: 'tells only the findings of the chosen kind',
        value: { timeout: 1, backEnd: { handler: 's3', settings: { bucket: 'b' } } },
        found: [['/backEnd/settings/bucket', 'minLength']],
      },
      {
        note: 'finds nothing in a kind whose only flaw is the marker of a secret',
        value: { timeout: 1, backEnd: { handler: 's3', settings: { bucket: marker } } },
        found: [],
      },
      {
        note: 'tells of a value that is of no kind only that',
        value: { timeout: 1, backEnd: { handler: 'ftp' } },
        found: [['/backEnd', 'oneOf']],
      },
      {
        note: 'tells an item of a list of the wrong type inside the chosen kind',
        value: { timeout: 1, to: ['a', 5] },
        found: [['/to/1', 'type']],
      },
      {
        note: 'follows a schema into itself',
        value: { timeout: 1, layouts: { a: [{ group: [{ arg: 'nothing' }] }] } },
        found: [['/layouts/a/0/group/0/arg', 'enum']],
      },
    ]
  for (const { note, value, inherited = {}, found } of cases) {
    it(note, async () => {
      const form = await compileForm(schema)
      const findings = checkForm({ ...form, value, inherited })
      expect(findings.map(({ pointer, rule }) => [pointer, rule])).toEqual(found)
    })
  }
})
