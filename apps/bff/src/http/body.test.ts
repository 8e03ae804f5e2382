import { describe, expect, it } from 'vitest'
import { AppError } from '#bff/errors/app-error.ts'
import { readBody } from './body.ts'

const json = 'application/json'
const limits = { values: 1000, names: 100 }
const form = 'application/x-www-form-urlencoded'
const nested = (levels: number) => `{"data":${'['.repeat(levels)}${']'.repeat(levels)}}`

describe(readBody, () => {
  for (const { note, text, type, expected } of [
    {
      note: 'names beside data are lower-cased and their dashes become underscores',
      text: '{"DATA":{"A-b":1},"Auth-Token":"t"}',
      type: json,
      expected: { data: { 'A-b': 1 }, envelope: { auth_token: 't' }, isUntyped: false, isUnsupported: false },
    },
    {
      note: 'a list is data too',
      text: '{"data":[1]}',
      type: json,
      expected: { data: [1], envelope: {}, isUntyped: false, isUnsupported: false },
    },
    {
      note: 'no body is an empty object',
      text: '',
      type: json,
      expected: { data: {}, envelope: {}, isUntyped: false, isUnsupported: false },
    },
    {
      note: 'no type is JSON, and noted',
      text: '{"data":{}}',
      type: undefined,
      expected: { data: {}, envelope: {}, isUntyped: true, isUnsupported: false },
    },
    {
      note: 'x-json with a charset',
      text: '{"data":{}}',
      type: 'Application/X-JSON; charset=utf-8',
      expected: { data: {}, envelope: {}, isUntyped: false, isUnsupported: false },
    },
    {
      note: "curl's default type around JSON",
      text: ' {"data":{"a":"b=c&d"}}',
      type: form,
      expected: { data: { a: 'b=c&d' }, envelope: {}, isUntyped: false, isUnsupported: false },
    },
    {
      note: 'another type is not read',
      text: '<data/>',
      type: 'text/xml',
      expected: { data: {}, envelope: {}, isUntyped: false, isUnsupported: true },
    },
    {
      note: '64 levels with the envelope',
      text: nested(63),
      type: json,
      expected: { data: JSON.parse(nested(63)).data, envelope: {}, isUntyped: false, isUnsupported: false },
    },
    {
      note: 'brackets within texts, which nest nothing',
      text: `{"data":{"a":"${'['.repeat(100)}\\"${'{'.repeat(100)}"}}`,
      type: json,
      expected: {
        data: { a: `${'['.repeat(100)}"${'{'.repeat(100)}` },
        envelope: {},
        isUntyped: false,
        isUnsupported: false,
      },
    },
    {
      note: 'a byte order mark',
      text: '\ufeff{"data":{}}',
      type: json,
      expected: { data: {}, envelope: {}, isUntyped: false, isUnsupported: false },
    },
  ]) {
    it(note, async () => expect(await readBody(Buffer.from(text), type, limits)).toEqual(expected))
  }

  for (const { note, text, type, path, keyword } of [
    { note: 'text that is not JSON', text: '{"data":', type: json, path: 'json', keyword: 'invalid' },
    { note: 'a list as the envelope', text: '[]', type: json, path: 'json', keyword: 'invalid' },
    { note: 'a text as the envelope', text: '"data"', type: json, path: 'json', keyword: 'invalid' },
    { note: 'no data', text: '{}', type: json, path: 'data', keyword: 'required' },
    { note: 'a form', text: 'data=1&a=2', type: form, path: 'json', keyword: 'invalid' },
    { note: 'null as data', text: '{"data":null}', type: json, path: 'data', keyword: 'type' },
    { note: 'a text as data', text: '{"data":"x"}', type: json, path: 'data', keyword: 'type' },
    { note: 'a number as data', text: '{"data":5}', type: json, path: 'data', keyword: 'type' },
    { note: '__proto__', text: '{"data":{"__proto__":{"a":1}}}', type: json, path: 'json', keyword: 'invalid' },
    {
      note: '__proto__ in escapes',
      text: '{"data":{"\\u005f_proto__":{}}}',
      type: json,
      path: 'json',
      keyword: 'invalid',
    },
    {
      note: '__proto__ as the data member',
      text: '{"__proto__":{"data":{}}}',
      type: json,
      path: 'json',
      keyword: 'invalid',
    },
    { note: '65 levels', text: nested(64), type: json, path: 'json', keyword: 'invalid' },
    { note: 'a million levels', text: nested(1_000_000), type: json, path: 'json', keyword: 'invalid' },
  ]) {
    it(`refuses ${note}`, async () => {
      await expect(readBody(Buffer.from(text), type, limits)).rejects.toThrow(
        expect.objectContaining({
          kind: 'invalid',
          data: { [path]: { [keyword]: expect.objectContaining({ message: expect.any(String) }) } },
        }),
      )
    })
  }

  for (const { note, endless, message } of [
    {
      note: 'values',
      endless: `{"data":[${'1,'.repeat(1000)}`,
      message: 'the body holds more than 1000 values',
    },
    {
      note: 'different keys',
      endless: `{"data":{${Array.from({ length: 100 }, (_, n) => `"${n}":1,`).join('')}`,
      message: 'the body holds more than 100 different keys',
    },
  ]) {
    it(`counts ${note} before it takes them apart`, async () => {
      await expect(readBody(Buffer.from(endless), json, limits)).rejects.toThrow(
        expect.objectContaining({ data: { json: { invalid: { message, target: 'body' } } } }),
      )
    })
  }

  it('refuses bytes that are not UTF-8', async () => {
    await expect(readBody(Buffer.from([0x7b, 0xff, 0x7d]), json, limits)).rejects.toThrow(AppError)
  })

  it('says where the text stops being JSON, and nothing of the text', async () => {
    try {
      await readBody(Buffer.from('{"data":{"secret":"hush" "x"}}'), json, limits)
      expect.unreachable()
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('hush')
      expect(error).toMatchObject({
        data: { json: { invalid: { message: 'malformed JSON around 25', target: 'body' } } },
      })
    }
  })
})
