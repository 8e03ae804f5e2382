import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES } from '../_app.ts'
import { type ConfigApp, node, startConfigApp } from './_configs.ts'

interface WriteCase {
  readonly note: string
  readonly before?: JsonObject
  readonly method: 'put' | 'post' | 'patch'
  readonly section?: string
  readonly data: JsonValue
  readonly stored: JsonObject
}

const cases: readonly WriteCase[] = [
  {
    note: 'POST stores what differs, of each section',
    method: 'post',
    data: { default: { a: 1, b: { c: 20 } }, [node]: { a: 1, b: { c: 20, d: 30 } } },
    stored: { default: { b: { c: 20 } }, [node]: { b: { d: 30 } } },
  },
  {
    note: 'POST: a section that differs in nothing disappears',
    method: 'post',
    data: { [node]: { a: 1, b: { c: 2 } } },
    stored: {},
  },
  {
    note: 'POST: explicitly empty sections stay',
    method: 'post',
    data: { default: {}, [node]: {} },
    stored: { default: {}, [node]: {} },
  },
  {
    note: 'POST: a node keeps a value that equals the schema default where the document default differs',
    method: 'post',
    data: { default: { a: 5 }, [node]: { a: 1 } },
    stored: { default: { a: 5 }, [node]: { a: 1 } },
  },
  {
    note: 'POST replaces: what is not sent goes',
    before: { default: { a: 7 }, z1: { a: 8 } },
    method: 'post',
    data: { z2: { a: 9 } },
    stored: { z2: { a: 9 } },
  },
  {
    note: 'PUT on an existing category overwrites it',
    before: { z1: { a: 8 } },
    method: 'put',
    data: { z2: { a: 9 } },
    stored: { z2: { a: 9 } },
  },
  {
    note: 'POST: lists differ as a whole, unknown keys are kept',
    method: 'post',
    data: { default: { list: ['x'], more: { y: [null] } }, z1: { list: ['x'], more: { y: [] } } },
    stored: { default: { list: ['x'], more: { y: [null] } }, z1: { more: { y: [] } } },
  },
  {
    note: 'POST: a name outside KAZOO’s patterns is stored unchecked, object or not',
    method: 'post',
    data: { 'us-east': { a: 'no integer' }, zone_1: 5 },
    stored: { 'us-east': { a: 'no integer' }, zone_1: 5 },
  },
  {
    note: 'POST: id, _ and pvt_ names are not stored',
    method: 'post',
    data: { id: 'other', _rev: '1-x', pvt_type: 'x', z1: { a: 2 } },
    stored: { z1: { a: 2 } },
  },
  {
    note: 'POST: converted values are what is stored and compared',
    method: 'post',
    data: { default: { a: '7' }, z1: { a: '7', flag: 'true' } },
    stored: { default: { a: 7 }, z1: { flag: true } },
  },
  {
    note: 'PATCH merges onto the effective values and stores the difference',
    before: { default: { a: 5 }, [node]: { b: { d: 30 } } },
    method: 'patch',
    data: { [node]: { b: { c: 9 } } },
    stored: { default: { a: 5 }, [node]: { b: { c: 9, d: 30 } } },
  },
  {
    note: 'PATCH: null resets a key to what it inherits',
    before: { [node]: { a: 5, b: { d: 30 } } },
    method: 'patch',
    data: { [node]: { a: null } },
    stored: { [node]: { b: { d: 30 } } },
  },
  {
    note: 'PATCH: null removes a section',
    before: { z1: { a: 5 }, [node]: { a: 6 } },
    method: 'patch',
    data: { z1: null },
    stored: { [node]: { a: 6 } },
  },
  {
    note: 'PATCH: an empty object changes nothing',
    before: { z1: { b: { d: 30 } } },
    method: 'patch',
    data: { z1: { b: {} } },
    stored: { z1: { b: { d: 30 } } },
  },
  {
    note: 'PATCH: sections that are not named keep what differs from the new default',
    before: { z1: { a: 5 }, z2: { a: 6 } },
    method: 'patch',
    data: { default: { a: 5 } },
    stored: { default: { a: 5 }, z2: { a: 6 } },
  },
  {
    note: 'POST of a section stores its difference, and starts a document with an empty default',
    method: 'post',
    section: node,
    data: { a: 1, b: { c: 2, d: 3 } },
    stored: { default: {}, [node]: {} },
  },
  {
    note: 'POST of a section leaves the other sections alone, noise included',
    before: { default: { a: 1 }, z1: { a: 1 } },
    method: 'post',
    section: 'z2',
    data: { a: 2 },
    stored: { default: { a: 1 }, z1: { a: 1 }, z2: { a: 2 } },
  },
  {
    note: 'POST of the default section keeps only what differs from the schema',
    before: { z1: { a: 5 } },
    method: 'post',
    section: 'default',
    data: { a: 1, b: { c: 20 } },
    stored: { default: { b: { c: 20 } }, z1: { a: 5 } },
  },
  {
    note: 'POST of a section: converted values are what is stored',
    method: 'post',
    section: 'us-east',
    data: { a: '7' },
    stored: { default: {}, 'us-east': { a: 7 } },
  },
  {
    note: 'PATCH of a section: an empty object replaces, so the inherited values show through',
    before: { default: { b: { c: 20 } }, z1: { a: 5, b: { d: 30 } } },
    method: 'patch',
    section: 'z1',
    data: { b: {} },
    stored: { default: { b: { c: 20 } }, z1: { a: 5, b: {} } },
  },
  {
    note: 'PATCH of a section: null resets a key',
    before: { default: {}, z1: { a: 5, b: { d: 30 } } },
    method: 'patch',
    section: 'z1',
    data: { a: null },
    stored: { default: {}, z1: { b: { d: 30 } } },
  },
  {
    note: 'PATCH of a section drops what now equals the inherited value',
    before: { default: { a: 5 }, z1: { a: 6 } },
    method: 'patch',
    section: 'z1',
    data: { a: 5 },
    stored: { default: { a: 5 }, z1: {} },
  },
]

describe.each(STORES)('writes on $kind', ({ start }) => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(start)
  })
  afterAll(() => app.stop())

  for (const { note, before, method, section, data, stored } of cases) {
    it(note, async () => {
      const category = await app.category(before)
      const id = section === undefined ? category : `${category}/${section}`
      const reply = await app.admin[method](`/v2/system_configs/${id}`, data)
      expect(reply.status).toBe(method === 'put' ? 201 : 200)
      expect(await app.stored(category)).toEqual(stored)
      expect(reply.body.data).toEqual({ ...(section === undefined ? stored : sectionOf(stored, section)), id })
      const read = await app.admin.get(`/v2/system_configs/${category}`)
      expect(reply.body.revision).toBe(read.body.revision)
      expect(reply.headers.get('etag')).toBe(read.headers.get('etag'))
      expect(reply.headers.get('location')).toBe(method === 'put' ? `/v2/system_configs/${category}` : null)
    })
  }

  for (const { note, method, section } of [
    { note: 'the same document twice', method: 'post', section: '' },
    { note: 'the same section twice', method: 'post', section: '/z1' },
  ] as const) {
    it(`${note} stores the same`, async () => {
      const category = await app.category()
      const data = section === '' ? { default: { a: 5 }, z1: { b: { c: 1 } } } : { b: { c: 1 } }
      await app.admin[method](`/v2/system_configs/${category}${section}`, data)
      const once = await app.stored(category)
      await app.admin[method](`/v2/system_configs/${category}${section}`, data)
      expect(await app.stored(category)).toEqual(once)
    })
  }

  it('what a read with defaults shows, written back whole, stores the same', async () => {
    const fields = { default: { b: { c: 20 } }, z1: { a: 5 }, [node]: { b: { d: 30 } } }
    const category = await app.category(fields)
    const { body } = await app.admin.get(`/v2/system_configs/${category}?with_defaults=true`)
    await app.admin.post(`/v2/system_configs/${category}`, body.data)
    expect(await app.stored(category)).toEqual(fields)
  })

  it('a category without a schema takes anything and compares with its own default alone', async () => {
    const data = { default: { a: [1] }, z1: { a: [1], b: 'x' } }
    const { status } = await app.admin.put('/v2/system_configs/no.schema', data)
    expect(status).toBe(201)
    expect(await app.stored('no.schema')).toEqual({ default: { a: [1] }, z1: { b: 'x' } })
  })

  it('the private fields are those of a config that KAZOO itself wrote', async () => {
    const category = await app.category()
    await app.admin.put(`/v2/system_configs/${category}`, { z1: { a: 2 } })
    const document = await app.store.database('system_config').get(category)
    expect(document?.private).toMatchObject({
      type: 'config',
      account_id: 'system_config',
      account_db: 'system_config',
      created: expect.any(Number),
      modified: expect.any(Number),
      request_id: expect.any(String),
      is_authenticated: true,
    })
    await app.admin.post(`/v2/system_configs/${category}`, { z1: { a: 3 } })
    const again = await app.store.database('system_config').get(category)
    expect(again?.private.created).toBe(document?.private.created)
  })

  it('a section write works on a document whose sections are none', async () => {
    const category = await app.category({ default: 5, z1: 'x', z2: { a: 2 } })
    await app.admin.post(`/v2/system_configs/${category}/z1`, { a: 3 })
    expect(await app.stored(category)).toEqual({ z2: { a: 2 }, z1: { a: 3 } })
  })
})

function sectionOf(fields: JsonObject, section: string): JsonObject {
  return fields[section] as JsonObject
}
