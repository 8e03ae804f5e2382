import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES } from '../_app.ts'
import { type ConfigApp, node, startConfigApp } from './_configs.ts'

const fields = { default: { b: { c: 20 } }, z1: { a: 5 }, [node]: { b: { d: 30 } } }

describe.each(STORES)('reads on $kind', ({ start }) => {
  let app: ConfigApp
  let category: string
  beforeAll(async () => {
    app = await startConfigApp(start)
    category = await app.category(fields)
  })
  afterAll(() => app.stop())

  const effectiveDefault = { a: 1, b: { c: 20, d: 3 } }
  for (const { note, path, query = '', expected } of [
    {
      note: 'a document: `default` effective, the others as stored',
      path: '',
      expected: { ...fields, default: effectiveDefault },
    },
    {
      note: 'a document with defaults: every section effective, a zone never in a node',
      path: '',
      query: '?with_defaults=true',
      expected: {
        default: effectiveDefault,
        z1: { a: 5, b: { c: 20, d: 3 } },
        [node]: { a: 1, b: { c: 20, d: 30 } },
      },
    },
    { note: 'a section: raw', path: '/z1', expected: { a: 5 } },
    { note: 'the default section: raw as well', path: '/default', expected: { b: { c: 20 } } },
    { note: 'a section that is not stored: empty', path: '/other@host', expected: {} },
    {
      note: 'a section with defaults: effective',
      path: `/${node}`,
      query: '?with_defaults=true',
      expected: { a: 1, b: { c: 20, d: 30 } },
    },
    {
      note: 'one that is not stored, with defaults: the effective default',
      path: '/other@host',
      query: '?with_defaults=true',
      expected: effectiveDefault,
    },
    { note: 'with_defaults=false is as without', path: '/z1', query: '?with_defaults=false', expected: { a: 5 } },
  ]) {
    it(note, async () => {
      const { status, body } = await app.admin.get(`/v2/system_configs/${category}${path}${query}`)
      expect(status).toBe(200)
      expect(body.data).toEqual({ ...expected, id: category + path })
    })
  }

  it('the envelope is that of one document', async () => {
    const { masked } = await app.admin.get(`/v2/system_configs/${category}/z1`)
    expect(masked).toEqual({
      data: { a: 5, id: `${category}/z1` },
      status: 'success',
      revision: '{revision}',
      request_id: '{request_id}',
      node: '{node}',
      timestamp: '{timestamp}',
      version: '{version}',
      auth_token: '{auth_token}',
    })
  })

  describe('a category of which nothing is stored', () => {
    it('with a schema: its defaults', async () => {
      const { status, body } = await app.admin.get('/v2/system_configs/sysconf')
      expect(status).toBe(200)
      expect(body.data).toEqual({
        default: { acl_request_timeout_fudge_ms: 100, acl_request_timeout_ms: 2000 },
        id: 'sysconf',
      })
      expect(body).not.toHaveProperty('revision')
    })

    it('without a schema: an empty default, never 404', async () => {
      for (const query of ['', '?with_defaults=true']) {
        const { status, body } = await app.admin.get(`/v2/system_configs/nobody.knows${query}`)
        expect({ status, data: body.data }).toEqual({ status: 200, data: { default: {}, id: 'nobody.knows' } })
      }
    })
  })

  it('a category without a schema is read as it is stored', async () => {
    await app.store
      .database('system_config')
      .put({ id: 'free', fields: { z: { x: [1] } }, private: { type: 'config' } })
    const { body } = await app.admin.get('/v2/system_configs/free?with_defaults=true')
    expect(body.data).toEqual({ default: {}, z: { x: [1] }, id: 'free' })
  })

  it('only sections are shown: no scalars, no lists, nothing private', async () => {
    const id = await app.category({ default: {}, 'us-east': 5, zone: [1], text: 'x', id: 'other', real: { a: 2 } })
    const { text, body } = await app.admin.get(`/v2/system_configs/${id}`)
    expect(body.data).toEqual({ default: { a: 1, b: { c: 2, d: 3 } }, real: { a: 2 }, id })
    expect(text).not.toContain('pvt_')
  })

  describe('keys of a section that are private in KAZOO', () => {
    const stored = { default: { a: 5, _: { x: 1 }, pvt_y: 2 }, z1: { _: { x: 3 } } }
    const read = async (id: string, path: string) => (await app.admin.get(`/v2/system_configs/${id}${path}`)).body.data

    it('a read of the section leaves them out, a read of the document and the console show them', async () => {
      const id = await app.category(stored)
      expect(await read(id, '/default')).toEqual({ a: 5, id: `${id}/default` })
      expect(await read(id, '/z1?with_defaults=true')).toEqual({ a: 5, b: { c: 2, d: 3 }, id: `${id}/z1` })
      expect(await read(id, '')).toMatchObject({ default: stored.default, z1: stored.z1 })
      expect((await app.admin.get(`/console/system_configs/${id}`)).body.data).toMatchObject({ sections: stored })
    })

    it('a PATCH of the section keeps them, a POST replaces them, neither sets them', async () => {
      const id = await app.category(stored)
      await app.admin.patch(`/v2/system_configs/${id}/default`, { a: 6, _: { x: 9 } })
      expect(await app.stored(id)).toEqual({ ...stored, default: { ...stored.default, a: 6 } })
      await app.admin.post(`/v2/system_configs/${id}/default`, { a: 7, _: { x: 9 } })
      expect(await app.stored(id)).toEqual({ ...stored, default: { a: 7 } })
    })

    it('the console keeps them and sets them', async () => {
      const id = await app.category(stored)
      const { revision } = (await app.admin.get(`/v2/system_configs/${id}`)).body
      const operations = [
        { section: 'default', pointer: '/a', op: 'set', value: 6 },
        { section: 'z1', pointer: '/_/x', op: 'set', value: 4 },
      ]
      const path = `/console/system_configs/${id}`
      expect((await app.admin.post(path, { base_revision: revision ?? null, operations })).status).toBe(200)
      expect(await app.stored(id)).toEqual({ default: { ...stored.default, a: 6 }, z1: { _: { x: 4 } } })
    })
  })

  it('a soft-deleted document reads as none, and a write brings it back', async () => {
    const id = 'deleted'
    const hidden = { id, fields: { z: { a: 1 } }, private: { type: 'config', deleted: true } }
    await app.store.database('system_config').put(hidden)
    const isListed = async () => {
      const { body } = await app.admin.get('/v2/system_configs?paginate=false')
      return Array.isArray(body.data) && body.data.includes(id)
    }
    expect((await app.admin.get(`/v2/system_configs/${id}`)).body.data).toEqual({ default: {}, id })
    expect(await isListed()).toBe(false)
    expect((await app.admin.patch(`/v2/system_configs/${id}`, { z: { b: 2 } })).status).toBe(200)
    expect(await app.stored(id)).toEqual({ z: { b: 2 } })
    expect(await isListed()).toBe(true)
  })

  describe('tags', () => {
    it('name the stored document and the schema', async () => {
      const { headers, body } = await app.admin.get(`/v2/system_configs/${category}`)
      expect(headers.get('etag')).toMatch(new RegExp(`^"${body.revision}-s[0-9a-f]{16}"$`))
    })

    it('begin with 0 where nothing is stored, and end with 0 without a schema', async () => {
      expect((await app.admin.get('/v2/system_configs/sysconf')).headers.get('etag')).toMatch(/^"0-s[0-9a-f]{16}"$/)
      expect((await app.admin.get('/v2/system_configs/nobody.knows')).headers.get('etag')).toBe('"0-s0"')
    })

    it('If-None-Match with the same tag: 304 and no body; with the revision alone: the document', async () => {
      for (const path of ['', '/z1', '?with_defaults=true']) {
        const url = `/v2/system_configs/${category}${path}`
        const { headers, body } = await app.admin.get(url)
        const again = await app.admin.get(url, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
        expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' })
        const other = await app.admin.get(url, { headers: { 'if-none-match': `"${body.revision}"` } })
        expect(other.status).toBe(200)
      }
    })

    it('change with the schema alone: then the body has', async () => {
      const id = await app.category({ default: {} })
      const before = await app.admin.get(`/v2/system_configs/${id}`)
      const schemas = app.store.database('system_schemas')
      const stored = await schemas.get(`system_config.${id}`)
      if (stored === undefined) throw new Error('the schema is not stored')
      await schemas.put({ ...stored, fields: { ...stored.fields, properties: { a: { type: 'integer', default: 9 } } } })
      const after = await app.admin.get(`/v2/system_configs/${id}`, {
        headers: { 'if-none-match': before.headers.get('etag') ?? '' },
      })
      expect(after.status).toBe(200)
      expect(after.body.data).toEqual({ default: { a: 9 }, id })
      expect(after.body.revision).toBe(before.body.revision)
    })
  })
})
