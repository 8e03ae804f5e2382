import type { JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, node, startConfigApp } from './_configs.ts'

const message = expect.any(String)

describe('bad input', () => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
  })
  afterAll(() => app.stop())

  interface Refused {
    readonly note: string
    readonly method: 'put' | 'post' | 'patch'
    readonly path?: string
    readonly data: JsonValue
    readonly errors: JsonValue
  }

  const refused: readonly Refused[] = [
    {
      note: 'a section that is no object',
      method: 'post',
      data: { z1: 5, default: [] },
      errors: {
        default: { type: { message, target: 'object', value: [] } },
        z1: { type: { message, target: 'object', value: 5 } },
      },
    },
    {
      note: 'a section that is null',
      method: 'post',
      data: { z1: null },
      errors: { z1: { type: { message, target: 'object', value: null } } },
    },
    {
      note: 'a leaf of another type, its path below its section',
      method: 'post',
      data: { [node]: { b: { c: 'x' } } },
      errors: { [`${node}.b.c`]: { type: { message, target: 'integer', value: 'x' } } },
    },
    {
      note: 'dots in the names of sections are escaped',
      method: 'post',
      data: { 'app@h.example': { a: 'x' } },
      errors: { 'app@h%2Eexample.a': { type: { message, target: 'integer', value: 'x' } } },
    },
    {
      note: 'a leaf that is null',
      method: 'post',
      data: { z1: { a: null } },
      errors: { 'z1.a': { type: { message, target: 'integer', value: null } } },
    },
    {
      note: 'a list instead of a document',
      method: 'post',
      data: [{ z1: {} }],
      errors: { '': { type: { message, target: 'object', value: [{ z1: {} }] } } },
    },
    {
      note: 'a section without a name',
      method: 'put',
      data: { '': { a: 1 } },
      errors: { '': { invalid: { message, value: '' } } },
    },
    {
      note: 'a patch that makes the document wrong',
      method: 'patch',
      data: { z1: { a: 'x' } },
      errors: { 'z1.a': { type: { message, target: 'integer', value: 'x' } } },
    },
    {
      note: 'a section write: paths begin inside the section',
      method: 'post',
      path: `/${node}`,
      data: { b: { c: 'x' } },
      errors: { 'b.c': { type: { message, target: 'integer', value: 'x' } } },
    },
    {
      note: 'a section write under a name that KAZOO does not validate in documents',
      method: 'patch',
      path: '/us-east',
      data: { a: 'x' },
      errors: { a: { type: { message, target: 'integer', value: 'x' } } },
    },
    {
      note: 'a list instead of a section',
      method: 'patch',
      path: '/z1',
      data: ['x'],
      errors: { '': { type: { message, target: 'object', value: ['x'] } } },
    },
    ...['id', '_design', 'pvt_type', '_x@y'].map((section) => ({
      note: `a section called ${section}`,
      method: 'post' as const,
      path: `/${section}`,
      data: {},
      errors: { [section]: { invalid: { message, value: section } } },
    })),
  ]

  for (const { note, method, path = '', data, errors } of refused) {
    it(`${note}: 400, and nothing is stored`, async () => {
      const category = await app.category({ z9: { a: 9 } })
      const { status, masked } = await app.admin[method](`/v2/system_configs/${category}${path}`, data)
      expect(status).toBe(400)
      expect(masked).toMatchObject({ data: errors, error: '400', message: 'validation error', status: 'error' })
      expect(masked.data).toEqual(errors)
      expect(await app.stored(category)).toEqual({ z9: { a: 9 } })
    })
  }

  for (const { note, body } of [
    { note: 'malformed JSON', body: '{"data": {' },
    { note: 'no data', body: '{"default": {}}' },
    { note: 'a scalar', body: '{"data": 5}' },
    { note: '__proto__ as a section', body: '{"data": {"__proto__": {"a": 1}}}' },
    { note: '__proto__ in a section', body: '{"data": {"z1": {"__proto__": {"a": 1}}}}' },
    { note: 'nesting without end', body: `{"data": {"z1": {"x": ${'['.repeat(5000)}${']'.repeat(5000)}}}}` },
  ]) {
    it(`${note}: 400, and nothing is stored`, async () => {
      const category = await app.category()
      const { status, body: answer } = await app.admin.send('PUT', `/v2/system_configs/${category}`, body, {
        headers: { 'content-type': 'application/json' },
      })
      expect({ status, name: answer.message }).toEqual({ status: 400, name: 'validation error' })
      expect(await app.stored(category)).toBeUndefined()
      expect(Object.getPrototypeOf({})).toEqual(Object.prototype)
    })
  }

  for (const number of ['1e400', '12345678901234567890']) {
    it(`a number that cannot be kept, ${number}: 400 at its place, with and without a schema`, async () => {
      for (const category of ['sysconf', 'no.schema']) {
        const body = `{"data": {"z1": {"acl_request_timeout_ms": ${number}}}}`
        const headers = { 'content-type': 'application/json' }
        const { status, body: answer } = await app.admin.send('PUT', `/v2/system_configs/${category}`, body, {
          headers,
        })
        expect(status).toBe(400)
        expect(answer.data).toEqual({ 'z1.acl_request_timeout_ms': { invalid: { message } } })
        expect(await app.stored(category)).toBeUndefined()
      }
    })
  }

  it('a body over the limit: 413', async () => {
    const { status } = await app.admin.put('/v2/system_configs/huge', { z1: { x: 'x'.repeat(8_000_001) } })
    expect(status).toBe(413)
    expect(await app.stored('huge')).toBeUndefined()
  })

  for (const { note, name } of [
    { note: 'a design document', name: '_design%2Fconfigs' },
    { note: 'a local document', name: '_local%2Fx' },
    { note: "any of CouchDB's own names", name: '_all_docs' },
  ]) {
    it(`${note} is no category: 404 for every verb`, async () => {
      for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']) {
        const { status } = await app.admin.send(method, `/v2/system_configs/${name}`)
        expect(status, method).toBe(404)
      }
    })
  }

  for (const { note, name } of [
    { note: 'spaces and signs', name: 'ä b?#%\'"+&=' },
    { note: 'another script', name: '设置' },
    { note: 'a name like a property of objects', name: 'constructor' },
  ]) {
    it(`${note} in names of categories and sections is taken as it is`, async () => {
      const path = `/v2/system_configs/${encodeURIComponent(name)}`
      expect((await app.admin.put(path, { [name]: { x: 1 } })).status).toBe(201)
      const { body } = await app.admin.get(`${path}/${encodeURIComponent(name)}`)
      expect(body.data).toEqual({ x: 1, id: `${name}/${name}` })
      expect((await app.admin.delete(path)).status).toBe(200)
    })
  }

  it('an empty body creates an empty document', async () => {
    const { status, body } = await app.admin.send('PUT', '/v2/system_configs/empty')
    expect({ status, data: body.data }).toEqual({ status: 201, data: { id: 'empty' } })
  })
})
