import { createRequire } from 'node:module'
import type { JsonObject } from '@strata/json'
import { catalogueOf } from '@strata/schema-catalogue'
import type { ValidateFunction } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, startApp, type TestApp } from '../_app.ts'

const catalogue = catalogueOf('4.3')

const nodeRequire = createRequire(import.meta.url)

interface Form {
  revision: string
  schema: JsonObject
  defaults: unknown
  validator_url: string
}

describe.each(STORES)('schemas on $kind', ({ start }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ start })
  })
  afterAll(() => app.stop())

  describe('for API clients', () => {
    it('the list needs no token and is not paged', async () => {
      const { status, body } = await app.anyone.get('/v2/schemas')
      expect(status).toBe(200)
      expect(body.data).toEqual([...catalogue.keys()].sort())
      expect(body).not.toHaveProperty('page_size')
    })

    it('hides schemas of messages between nodes unless asked', async () => {
      const put = { id: 'kapi.x', fields: { type: 'object' }, private: {} }
      const revision = await app.store.database('system_schemas').put(put)
      expect((await app.anyone.get('/v2/schemas')).body.data).not.toContain('kapi.x')
      expect((await app.anyone.get('/v2/schemas?internals=true')).body.data).toContain('kapi.x')
      await app.store.database('system_schemas').remove('kapi.x', revision)
    })

    it('one needs no token either, and comes as KAZOO keeps it, under its id', async () => {
      const { status, body } = await app.anyone.get('/v2/schemas/storage.plan.database')
      expect(status).toBe(200)
      const { _id: _, ...schema } = catalogue.get('storage.plan.database') ?? {}
      expect(body.data).toEqual({ ...schema, id: 'storage.plan.database' })
    })

    it('one that nobody has is 404', async () => {
      const { status, masked } = await app.anyone.get('/v2/schemas/nobody.has')
      expect(status).toBe(404)
      expect(masked).toMatchObject({
        data: { message: 'bad identifier', cause: 'nobody.has' },
        message: 'bad_identifier',
      })
    })

    describe('validation', () => {
      const validate = (id: string, data: { [key: string]: string | number }) =>
        app.as('superduper').put(`/v2/schemas/${id}/validation`, data)

      it('answers 201 with the defaults filled in and the private members left out', async () => {
        const { status, body } = await validate('system_config.sysconf', {
          acl_request_timeout_ms: '5',
          _rev: 'x',
          pvt_x: 1,
        })
        expect({ status, data: body.data }).toEqual({
          status: 201,
          data: { acl_request_timeout_ms: 5, acl_request_timeout_fudge_ms: 100 },
        })
      })

      it('answers 400 with what is wrong', async () => {
        const { status, body } = await validate('system_config.sysconf', { acl_request_timeout_ms: 'x' })
        expect(status).toBe(400)
        expect(body.data).toEqual({
          acl_request_timeout_ms: { type: { message: expect.any(String), target: 'integer', value: 'x' } },
        })
      })

      it('against a schema that nobody has: 404', async () => {
        expect((await validate('nobody.has', {})).status).toBe(404)
      })

      it('is for superduper admins', async () => {
        const path = '/v2/schemas/system_config.sysconf/validation'
        expect((await app.as('account-admin').put(path, {})).status).toBe(403)
        expect((await app.anyone.put(path, {})).status).toBe(401)
      })
    })
  })

  describe('for forms', () => {
    const formOf = async (id: string) =>
      (await app.as('account-user').get(`/console/schemas/${id}/form`)).body.data as unknown as Form

    it('a category: self-contained, with the defaults KAZOO computes', async () => {
      const form = await formOf('system_config.sysconf')
      expect(form).toMatchObject({
        id: 'system_config.sysconf',
        schema: { $schema: 'http://json-schema.org/draft-07/schema#' },
        defaults: { acl_request_timeout_fudge_ms: 100, acl_request_timeout_ms: 2000 },
        validator_url: expect.stringContaining(`/console/schemas/system_config.sysconf/validator/${form.revision}.mjs`),
      })
    })

    it('has the revision that the category names', async () => {
      const { body } = await app.as('superduper').get('/console/system_configs/sysconf')
      expect((await formOf('system_config.sysconf')).revision).toBe(
        (body.data as { schema_revision: string }).schema_revision,
      )
    })

    it('the compiled validators belong to the very schema of the form', async () => {
      for (const id of ['system_config.sysconf', 'storage']) {
        const form = await formOf(id)
        const { status, text, headers } = await app.as('account-user').get(form.validator_url)
        expect(status).toBe(200)
        expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
        expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
        const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)
        const check: ValidateFunction = module.default(nodeRequire)
        expect([check([]), check.errors]).toMatchObject([false, [{ keyword: 'type' }]])
        expect(check({})).toBe(true)
      }
    })

    it('both follow the store: a changed schema has another revision, and the old module is gone', async () => {
      const id = 'system_config.changing'
      const schemas = app.store.database('system_schemas')
      const fields = { type: 'object', properties: { a: { type: 'string' } } }
      const revision = await schemas.put({ id, fields, private: {} })
      const before = await formOf(id)
      await schemas.put({
        id,
        revision,
        fields: { type: 'object', properties: { b: { type: 'string' } } },
        private: {},
      })
      const after = await formOf(id)
      expect(after.revision).not.toBe(before.revision)
      expect(Object.keys(after.schema.properties ?? {})).toEqual(['b'])
      expect((await app.as('account-user').get(after.validator_url)).status).toBe(200)
      const stale = await app.as('account-user').get(before.validator_url)
      expect(stale.status).toBe(404)
      expect(stale.headers.get('cache-control')).toBe('no-store')
    })

    it('need somebody signed in', async () => {
      const { validator_url: url } = await formOf('storage')
      expect((await app.anyone.get('/console/schemas/storage/form')).status).toBe(401)
      expect((await app.anyone.get(url)).status).toBe(401)
    })

    it('of a schema that nobody has: 404', async () => {
      expect((await app.as('superduper').get('/console/schemas/nobody.has/form')).status).toBe(404)
      expect((await app.as('superduper').get('/console/schemas/nobody.has/validator/x.js')).status).toBe(404)
    })
  })
})
