import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES } from '../_app.ts'
import { type ConfigApp, startConfigApp } from './_configs.ts'

const writes = [
  { note: 'PUT', method: 'put', path: '', data: { z1: { a: 9 } } },
  { note: 'POST', method: 'post', path: '', data: { z1: { a: 9 } } },
  { note: 'PATCH', method: 'patch', path: '', data: { z1: { a: 9 } } },
  { note: 'DELETE', method: 'delete', path: '', data: undefined },
  { note: 'POST of a section', method: 'post', path: '/z1', data: { a: 9 } },
  { note: 'PATCH of a section', method: 'patch', path: '/z1', data: { a: 9 } },
  { note: 'DELETE of a section', method: 'delete', path: '/z1', data: undefined },
] as const

describe.each(STORES)('If-Match on $kind', ({ start }) => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(start)
  })
  afterAll(() => app.stop())

  for (const { note, method, path, data } of writes) {
    const write = (category: string, tag: string) =>
      app.admin[method](`/v2/system_configs/${category}${path}`, data, { headers: { 'if-match': tag } })

    it(`${note}: the tag of a read, and a bare revision, let it through`, async () => {
      for (const tagOf of [
        ({ headers }: { headers: Headers }) => headers.get('etag') ?? '',
        ({ body }: { body: { revision?: unknown } }) => `"${body.revision}"`,
        () => '*',
      ]) {
        const category = await app.category({ z1: { a: 5 } })
        const read = await app.admin.get(`/v2/system_configs/${category}`)
        expect((await write(category, tagOf(read))).status).toBe(method === 'put' ? 201 : 200)
      }
    })

    it(`${note}: another one gives 412, and nothing is written`, async () => {
      const category = await app.category({ z1: { a: 5 } })
      for (const tag of ['"1-0123456789abcdef0123456789abcdef"', '"0-s0"', '"x"']) {
        const { status, body } = await write(category, tag)
        expect({ status, message: body.message }).toEqual({ status: 412, message: 'precondition_failed' })
      }
      expect(await app.stored(category)).toEqual({ z1: { a: 5 } })
    })
  }

  it('the tag of a read of nothing lets the first write through, and only that', async () => {
    const category = await app.category()
    const tag = (await app.admin.get(`/v2/system_configs/${category}`)).headers.get('etag') ?? ''
    const write = () =>
      app.admin.put(`/v2/system_configs/${category}`, { z1: { a: 9 } }, { headers: { 'if-match': tag } })
    expect((await write()).status).toBe(201)
    expect((await write()).status).toBe(412)
  })

  it('where nothing is stored, * holds for nothing', async () => {
    const category = await app.category()
    const { status } = await app.admin.put(`/v2/system_configs/${category}`, {}, { headers: { 'if-match': '*' } })
    expect(status).toBe(412)
  })
})
