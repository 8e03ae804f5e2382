import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'

/** Part of every hostile body: it must be found nowhere afterwards. */
const canary = 'canary-3f1b'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const json = { 'content-type': 'application/json' }
const category = '/v2/system_configs/sysconf'
const nested = `{"data":{"default":${'{"a":'.repeat(80)}"${canary}"${'}'.repeat(80)}}}`

interface Row {
  readonly note: string
  readonly method?: string
  readonly path?: string
  readonly body?: string | Uint8Array
  readonly headers?: Record<string, string>
  readonly status: number
  readonly name: string
  readonly data: unknown
}

const invalidJson = (message: string) => ({ json: { invalid: { message, target: 'body' } } })

const rows: Row[] = [
  {
    note: 'malformed JSON',
    body: `{"data":{"default":{"a":"${canary}"`,
    status: 400,
    name: 'validation error',
    data: invalidJson(expect.stringMatching(/^malformed JSON around \d+$/)),
  },
  {
    note: 'a body that is a list',
    body: `[{"data":"${canary}"}]`,
    status: 400,
    name: 'validation error',
    data: invalidJson('the body must be an object with a member "data"'),
  },
  {
    note: 'a body without data',
    body: `{"default":"${canary}"}`,
    status: 400,
    name: 'validation error',
    data: { data: { required: { message: 'the body needs a member "data"', value: 'data' } } },
  },
  {
    note: 'data that is a number',
    body: '{"data":7}',
    status: 400,
    name: 'validation error',
    data: {
      data: { type: { message: 'value did not match type(s): object, array', target: 'object, array', value: 7 } },
    },
  },
  {
    note: 'a document nested 80 levels deep',
    body: nested,
    status: 400,
    name: 'validation error',
    data: invalidJson('the body is nested more than 64 levels deep'),
  },
  {
    note: 'a __proto__ key',
    body: `{"data":{"default":{"__proto__":{"polluted":"${canary}"}}}}`,
    status: 400,
    name: 'validation error',
    data: invalidJson('a key such as __proto__ is not allowed'),
  },
  {
    note: 'a constructor.prototype key',
    body: `{"data":{"constructor":{"prototype":{"polluted":"${canary}"}}}}`,
    status: 400,
    name: 'validation error',
    data: invalidJson('a key such as __proto__ is not allowed'),
  },
  {
    note: 'bytes that are not UTF-8',
    body: Buffer.from([0x7b, 0xc3, 0x28, 0x7d]),
    status: 400,
    name: 'validation error',
    data: invalidJson('the body is not UTF-8'),
  },
  {
    note: 'a body of more than 8,000,000 bytes',
    body: JSON.stringify({ data: { default: { a: canary + 'x'.repeat(8_000_000) } } }),
    status: 413,
    name: 'validation error',
    data: {
      file: { maxSize: { message: 'the body must not be larger than 8000000 bytes', target: 8_000_000 } },
    },
  },
  {
    note: 'a sign-in of more than 16 KiB',
    method: 'PUT',
    path: '/v2/user_auth',
    body: JSON.stringify({ data: { credentials: canary + 'x'.repeat(16 * 1024), account_name: 'Master' } }),
    status: 413,
    name: 'validation error',
    data: { file: { maxSize: { message: 'the body must not be larger than 16384 bytes', target: 16_384 } } },
  },
  {
    note: 'a sign-in at the console of more than 16 KiB',
    path: '/console/session',
    body: JSON.stringify({ data: { username: canary, password: 'x'.repeat(16 * 1024), account_name: 'Master' } }),
    status: 413,
    name: 'validation error',
    data: { file: { maxSize: { message: 'the body must not be larger than 16384 bytes', target: 16_384 } } },
  },
  {
    note: 'XML',
    body: `<data>${canary}</data>`,
    headers: { 'content-type': 'text/xml' },
    status: 415,
    name: 'unsupported_media_type',
    data: { message: 'unsupported media type', cause: 'Send the body as application/json.' },
  },
  {
    note: 'a file upload',
    body: canary,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    status: 415,
    name: 'unsupported_media_type',
    data: { message: 'unsupported media type', cause: 'Send the body as application/json.' },
  },
  {
    note: 'a form',
    body: `a=${canary}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 400,
    name: 'validation error',
    data: invalidJson('a form cannot hold the member "data", which is an object: send JSON'),
  },
  {
    note: 'an unknown compression',
    body: canary,
    headers: { ...json, 'content-encoding': 'rot13' },
    status: 415,
    name: 'unsupported_media_type',
    data: {
      message: 'unsupported media type',
      cause: 'The body is compressed in a way that is not understood: use gzip.',
    },
  },
  {
    note: 'a verb that no route has',
    path: `${category}?verb=BREW`,
    body: `{"data":{"default":{"a":"${canary}"}}}`,
    status: 405,
    name: 'invalid_method',
    data: { message: 'method not allowed' },
  },
  {
    note: 'a method that no route has',
    method: 'PROPFIND',
    body: `{"data":{"default":{"a":"${canary}"}}}`,
    status: 405,
    name: 'invalid_method',
    data: { message: 'method not allowed' },
  },
  {
    note: 'a % that codes nothing',
    path: '/v2/system_configs/%zz',
    body: `{"data":{"default":{"a":"${canary}"}}}`,
    status: 400,
    name: 'validation error',
    data: {
      path: { invalid: { message: 'a % in the path is not followed by the code of a character', target: 'path' } },
    },
  },
  {
    note: 'an overlong UTF-8 code in the path',
    path: '/v2/system_configs/%c0%af',
    body: `{"data":{"default":{"a":"${canary}"}}}`,
    status: 400,
    name: 'validation error',
    data: {
      path: { invalid: { message: 'a % in the path is not followed by the code of a character', target: 'path' } },
    },
  },
  {
    note: 'a NUL in the path',
    path: '/v2/system_configs/%00',
    body: `{"data":{"default":{"a":"${canary}"}}}`,
    status: 400,
    name: 'validation error',
    data: { id: { invalid: { message: expect.stringContaining('nobody sees'), value: '\u0000' } } },
  },
  {
    note: 'a line break in the path',
    path: '/v2/system_configs/sysconf/a%0Ab',
    body: `{"data":{"a":"${canary}"}}`,
    status: 400,
    name: 'validation error',
    data: { '': { invalid: { message: expect.stringContaining('nobody sees'), value: 'a\nb' } } },
  },
  {
    note: 'an account id of another length',
    path: '/v2/accounts/short/storage',
    body: `{"data":{"a":"${canary}"}}`,
    status: 404,
    name: 'bad identifier',
    data: { message: "invalid account_id 'short'" },
  },
  {
    note: 'an account id with odd characters',
    path: `/v2/accounts/${encodeURIComponent('../../../system_config/_design/')}${'x'.repeat(1)}/storage`,
    body: `{"data":{"a":"${canary}"}}`,
    status: 404,
    name: 'bad_identifier',
    data: { message: 'bad identifier', cause: '../../../system_config/_design/x' },
  },
  {
    note: 'a user id with a slash',
    path: `/v2/accounts/${ACCOUNTS.acme.id}/users/${encodeURIComponent('../x')}`,
    body: `{"data":{"username":"${canary}"}}`,
    status: 404,
    name: 'bad_identifier',
    data: { message: 'bad identifier', cause: '../x' },
  },
  {
    note: 'a path that is not served',
    path: '/v2/storage/foo/bar/baz',
    body: `{"data":{"a":"${canary}"}}`,
    status: 404,
    name: 'not_found',
    data: { message: 'not found' },
  },
  {
    note: 'version 1 of the API',
    path: '/v1/accounts',
    body: `{"data":{"a":"${canary}"}}`,
    status: 410,
    name: 'gone',
    data: { message: 'gone', cause: 'Version 1 of the API is gone: use /v2.' },
  },
  {
    note: 'a later version of the API',
    path: '/v3/accounts',
    body: `{"data":{"a":"${canary}"}}`,
    status: 404,
    name: 'not_found',
    data: { message: 'not found' },
  },
]

describe('bad input', () => {
  beforeEach(() => expect(Object.prototype).not.toHaveProperty('polluted'))

  for (const { note, method = 'POST', path = category, body, headers = json, status, name, data } of rows) {
    it(`${note}: ${status}, nothing stored, nothing of it logged`, async () => {
      const before = await everything()
      const reply = await app.as('superduper').send(method, path, body, { headers })
      expect(reply.status).toBe(status)
      expect(reply.masked).toMatchObject({ error: String(status), message: name, status: 'error' })
      expect(reply.body.data).toEqual(data)
      expect(await everything()).toEqual(before)
      expect(app.log.join('\n')).not.toContain(canary)
      expect(Object.prototype).not.toHaveProperty('polluted')
    })
  }
})

async function everything(): Promise<Record<string, JsonObject[]>> {
  const names = await app.store.databases()
  const contents = await Promise.all(
    names.map(async (name) => {
      const documents = await app.store.database(name).range()
      return [name, documents.map(({ id, revision }) => ({ id, revision }))] as const
    }),
  )
  return Object.fromEntries(contents)
}
