import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../apps/bff/tests/_app.ts'

let app: TestApp
let made = 0
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const configs = () => app.store.database('system_config')

/** A category without a schema, stored as it is given. */
async function store(fields: JsonObject): Promise<string> {
  made += 1
  await configs().put({ id: `interop.${made}`, fields, private: { type: 'config' } })
  return `interop.${made}`
}

/** What `cb_system_configs` answered: `kz_doc:public_fields` passes over every section that is read alone. */
describe('keys that are private in KAZOO', () => {
  const fields = { default: { _: { x: 1 }, pvt_y: 2, a: 3 }, z1: { _z: 4 } }
  for (const { read, kazoo } of [
    { read: '/default', kazoo: { a: 3 } },
    { read: '/default?with_defaults=true', kazoo: { a: 3 } },
    { read: '/z1', kazoo: {} },
    { read: '/z1?with_defaults=true', kazoo: { a: 3 } },
    { read: '', kazoo: fields },
  ]) {
    it(`GET …${read} gives ${JSON.stringify(kazoo)}`, async () => {
      const id = await store(fields)
      const { body } = await app.as('superduper').get(`/v2/system_configs/${id}${read}`)
      expect(body.data).toEqual({ ...kazoo, id: id + (read.split('?')[0] ?? '') })
    })
  }

  for (const { method, kazoo } of [
    { method: 'patch', kazoo: { ...fields, default: { ...fields.default, a: 9 } } },
    { method: 'post', kazoo: { ...fields, default: { a: 9 } } },
  ] as const) {
    it(`${method.toUpperCase()} of a section leaves ${JSON.stringify(kazoo.default)}`, async () => {
      const id = await store(fields)
      const { body } = await app.as('superduper')[method](`/v2/system_configs/${id}/default`, { a: 9, _: 'sent' })
      expect(body.data).toEqual({ ...kazoo.default, id: `${id}/default` })
      expect((await configs().get(id))?.fields).toEqual(kazoo)
    })
  }
})

/** `kz_json:get_ne_value` decides what is there, and only the one key goes. */
describe('DELETE of a section', () => {
  for (const { value, status } of [
    { value: { a: 1 }, status: 200 },
    { value: 5, status: 200 },
    { value: false, status: 200 },
    { value: [1], status: 200 },
    { value: 'text', status: 200 },
    { value: {}, status: 404 },
    { value: [], status: 404 },
    { value: 0, status: 404 },
    { value: '', status: 404 },
    { value: null, status: 404 },
  ]) {
    it(`that is ${JSON.stringify(value)}: ${status}`, async () => {
      const others = { default: { a: 1 }, odd: 7 }
      const id = await store({ ...others, z1: value })
      const reply = await app.as('superduper').delete(`/v2/system_configs/${id}/z1`)
      expect(reply.status).toBe(status)
      if (status === 404) expect(reply.body).toMatchObject({ message: 'bad identifier', data: ['z1'] })
      expect((await configs().get(id))?.fields).toEqual(status === 200 ? others : { ...others, z1: value })
    })
  }
})
