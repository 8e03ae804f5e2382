import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES } from '../_app.ts'
import { type ConfigApp, node, startConfigApp } from './_configs.ts'

describe.each(STORES)('deletes on $kind', ({ start }) => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(start)
  })
  afterAll(() => app.stop())

  it('a document: answers what was stored, marked, with its last revision', async () => {
    const category = await app.category({ z1: { a: 5 } })
    const { body: before } = await app.admin.get(`/v2/system_configs/${category}`)
    const { status, body } = await app.admin.delete(`/v2/system_configs/${category}`)
    expect(status).toBe(200)
    expect(body.data).toEqual({ z1: { a: 5 }, id: category, _read_only: { deleted: true } })
    expect(body.revision).toBe(before.revision)
    expect(await app.stored(category)).toBeUndefined()
  })

  it('a document that is not stored: 404, also when it has a schema', async () => {
    for (const category of ['sysconf', 'nobody.knows']) {
      const { status, masked } = await app.admin.delete(`/v2/system_configs/${category}`)
      expect(status).toBe(404)
      expect(masked).toMatchObject({
        data: { message: 'bad identifier', cause: category },
        error: '404',
        message: 'bad_identifier',
        status: 'error',
      })
    }
  })

  it('a section: goes, the rest stays, the answer has the new revision', async () => {
    const category = await app.category({ default: {}, z1: { a: 5 }, [node]: { a: 6 } })
    const { status, body } = await app.admin.delete(`/v2/system_configs/${category}/${node}`)
    expect(status).toBe(200)
    expect(body.data).toEqual({ id: `${category}/${node}` })
    expect(body.revision).toMatch(/^2-/)
    expect(await app.stored(category)).toEqual({ default: {}, z1: { a: 5 } })
  })

  it('the default section, and the last one, may go; the document stays', async () => {
    const category = await app.category({ default: { a: 5 } })
    expect((await app.admin.delete(`/v2/system_configs/${category}/default`)).status).toBe(200)
    expect(await app.stored(category)).toEqual({})
  })

  for (const { note, fields, section } of [
    { note: 'missing', fields: { z1: { a: 5 } }, section: 'z2' },
    { note: 'empty', fields: { z1: {} }, section: 'z1' },
    { note: 'what KAZOO takes for empty', fields: { z1: 0 }, section: 'z1' },
    { note: 'of an inherited name', fields: {}, section: 'toString' },
  ]) {
    it(`a section that is ${note}: 404 of its own kind`, async () => {
      const category = await app.category(fields)
      const { status, masked } = await app.admin.delete(`/v2/system_configs/${category}/${section}`)
      expect(status).toBe(404)
      expect(masked).toMatchObject({ data: [section], error: '404', message: 'bad identifier', status: 'error' })
      expect(await app.stored(category)).toEqual(fields)
    })
  }

  it('what is stored under a name and no section goes, too, and stays where another goes', async () => {
    const category = await app.category({ z1: 5, z2: { a: 5 }, z3: [1] })
    expect((await app.admin.delete(`/v2/system_configs/${category}/z2`)).status).toBe(200)
    expect(await app.stored(category)).toEqual({ z1: 5, z3: [1] })
    expect((await app.admin.delete(`/v2/system_configs/${category}/z1`)).status).toBe(200)
    expect(await app.stored(category)).toEqual({ z3: [1] })
  })

  it('a section of a document that is not stored: 404 for the document', async () => {
    const { status, masked } = await app.admin.delete('/v2/system_configs/nobody.knows/z1')
    expect(status).toBe(404)
    expect(masked).toMatchObject({ data: { cause: 'nobody.knows' }, message: 'bad_identifier' })
  })

  it('what was deleted can be made anew', async () => {
    const category = await app.category({ z1: { a: 5 } })
    await app.admin.delete(`/v2/system_configs/${category}`)
    expect((await app.admin.put(`/v2/system_configs/${category}`, { z1: { a: 7 } })).status).toBe(201)
    expect(await app.stored(category)).toEqual({ z1: { a: 7 } })
  })
})
