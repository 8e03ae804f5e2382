import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, STORES } from '../_app.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

const secret = 'invented-secret-of-the-default-section'
const another = 'invented-secret-of-a-zone'

describe.each(STORES)('secrets on $kind', ({ start }) => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(start)
    browser = await signInBrowser(app)
  })
  afterAll(() => app.stop())

  const category = () => app.category({ default: { api_key: secret }, z1: { a: 5, api_key: another } })
  const marker = (value: string): JsonObject => ({
    $secret: 'set',
    fingerprint: app.context.configRedactor.fingerprint(value),
  })

  it('a browser reads markers, in every answer; an API token reads the secrets', async () => {
    const id = await category()
    const section = (values: JsonObject) => ({ ...values, id: `${id}/z1` })
    expect((await app.admin.get(`/v2/system_configs/${id}/z1`)).body.data).toEqual(section({ a: 5, api_key: another }))
    for (const [path, data] of [
      [`/v2/system_configs/${id}/z1`, section({ a: 5, api_key: marker(another) })],
      [
        `/v2/system_configs/${id}/z2?with_defaults=true`,
        { a: 1, b: { c: 2, d: 3 }, api_key: marker(secret), id: `${id}/z2` },
      ],
    ] as const) {
      expect((await browser.get(path)).body.data).toEqual(data)
    }
    for (const path of [
      `/v2/system_configs/${id}`,
      `/v2/system_configs/${id}?with_defaults=true`,
      `/console/system_configs/${id}`,
    ]) {
      const { status, text } = await browser.get(path)
      expect(status).toBe(200)
      expect(text).not.toContain('invented-secret')
    }
  })

  it('answers to writes and deletes hide them as well', async () => {
    const id = await category()
    const path = `/v2/system_configs/${id}`
    const replies = [
      await browser.patch(path, { z1: { a: 6 } }),
      await browser.patch(`${path}/z1`, { a: 7 }),
      await browser.post(`${path}/z1`, { api_key: 'invented-secret-that-is-new' }),
      await browser.delete(path),
    ]
    for (const { status, text } of replies) {
      expect(status).toBe(200)
      expect(text).not.toContain('invented-secret')
      expect(text).toContain('$secret')
    }
  })

  describe('what was read, written back', () => {
    const fields = { default: { api_key: secret }, z1: { a: 5, api_key: another } }
    for (const { note, read, write } of [
      { note: 'a document', read: '', write: '' },
      { note: 'a document with defaults', read: '?with_defaults=true', write: '' },
      { note: 'a section', read: '/z1', write: '/z1' },
      { note: 'a section with defaults', read: '/z1?with_defaults=true', write: '/z1' },
      { note: 'the default section', read: '/default', write: '/default' },
    ]) {
      it(`${note}: stores the same, by POST and by PATCH`, async () => {
        for (const method of ['post', 'patch'] as const) {
          const id = await category()
          const { body } = await browser.get(`/v2/system_configs/${id}${read}`)
          const { status } = await browser[method](`/v2/system_configs/${id}${write}`, body.data)
          expect(status).toBe(200)
          expect(await app.stored(id)).toEqual(fields)
        }
      })
    }

    it('a section that inherits its secret stores none of its own', async () => {
      const id = await category()
      const { body } = await browser.get(`/v2/system_configs/${id}/z2?with_defaults=true`)
      await browser.post(`/v2/system_configs/${id}/z2`, body.data)
      expect(await app.stored(id)).toEqual({ ...fields, z2: {} })
    })
  })

  for (const { note, method, path, data, stored } of [
    { note: 'null clears, in a PATCH', method: 'patch', path: '/z1', data: { api_key: null }, stored: { a: 5 } },
    { note: 'null clears, in a POST', method: 'post', path: '/z1', data: { a: 5, api_key: null }, stored: { a: 5 } },
    {
      note: 'a text replaces',
      method: 'patch',
      path: '/z1',
      data: { api_key: 'new' },
      stored: { a: 5, api_key: 'new' },
    },
  ] as const) {
    it(note, async () => {
      const id = await category()
      expect((await browser[method](`/v2/system_configs/${id}${path}`, data)).status).toBe(200)
      expect((await app.stored(id))?.z1).toEqual(stored)
    })
  }

  it('refuses another fingerprint and masks, keyed from the section on in section writes', async () => {
    const id = await category()
    const invalid = (path: string): JsonValue => ({ [path]: { invalid: { message: expect.any(String) } } })
    const write = (path: string, data: JsonValue) => browser.patch(`/v2/system_configs/${id}${path}`, data)
    for (const value of [marker('something else'), '******']) {
      const document = await write('', { z1: { api_key: value } })
      expect({ status: document.status, data: document.body.data }).toEqual({
        status: 400,
        data: invalid('z1.api_key'),
      })
      const section = await write('/z1', { api_key: value })
      expect({ status: section.status, data: section.body.data }).toEqual({ status: 400, data: invalid('api_key') })
    }
    expect(await app.stored(id)).toEqual({ default: { api_key: secret }, z1: { a: 5, api_key: another } })
  })

  it('the values that a validation error echoes are hidden, too', async () => {
    const id = await app.category()
    const schemas = app.store.database('system_schemas')
    const schema = await schemas.get(`system_config.${id}`)
    if (schema === undefined) throw new Error('the schema is not stored')
    const properties = { api_key: { type: 'string', maxLength: 3 } }
    await schemas.put({ ...schema, fields: { ...schema.fields, properties } })
    for (const [path, data, at] of [
      ['', { z1: { api_key: secret } }, 'z1.api_key'],
      ['/z1', { api_key: secret }, 'api_key'],
    ] as const) {
      const { status, body, text } = await browser.post(`/v2/system_configs/${id}${path}`, data)
      expect(status).toBe(400)
      expect(Object.keys(body.data ?? {})).toEqual([at])
      expect(text).not.toContain(secret)
    }
  })

  describe('connection strings', () => {
    const broker = 'amqp://invented-user:invented-word@rabbit.example:5672/vhost?token=invented-token'
    const shown = 'amqp://•••@rabbit.example:5672/vhost?token=•••'
    const read = { $secret: 'set', fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/), shown }
    const brokers = () => app.category({ default: { broker }, z1: { relays: [broker] } })
    const at = async (id: string) => (await browser.get(`/v2/system_configs/${id}`)).body.data as JsonObject

    it('are read with ••• for their secrets, in lists too, and written back are the same', async () => {
      const id = await brokers()
      const data = await at(id)
      expect(data).toMatchObject({ default: { broker: read }, z1: { relays: [read] } })
      expect((await browser.post(`/v2/system_configs/${id}`, data)).status).toBe(200)
      expect(await app.stored(id)).toEqual({ default: { broker }, z1: { relays: [broker] } })
    })

    it('keep their secrets with another path, by `/v2` and by the console', async () => {
      const id = await brokers()
      const { default: section } = await at(id)
      const kept = (section as JsonObject).broker as JsonObject
      const edited = { ...kept, shown: shown.replace('vhost', 'other') }
      const next = broker.replace('vhost', 'other')
      const reply = await browser.patch(`/v2/system_configs/${id}/default`, { broker: edited })
      expect(reply.status).toBe(200)
      expect(reply.text).not.toContain('invented')
      expect(await app.stored(id)).toMatchObject({ default: { broker: next } })

      const { body } = await browser.get(`/console/system_configs/${id}`)
      const { revision, sections } = body.data as { revision: string; sections: { default: { broker: JsonObject } } }
      const value = { ...sections.default.broker, shown }
      const operation = { op: 'set', section: 'default', pointer: '/broker', value }
      const write = { base_revision: revision, operations: [operation] }
      const foreseen = await browser.post(`/console/system_configs/${id}/dry_run`, write)
      expect(foreseen.status).toBe(200)
      expect(foreseen.text).not.toContain('invented')
      expect((await browser.post(`/console/system_configs/${id}`, write)).status).toBe(200)
      expect(await app.stored(id)).toMatchObject({ default: { broker } })
    })

    for (const { note, from, to } of [
      { note: 'another scheme', from: 'amqp:', to: 'amqps:' },
      { note: 'another host', from: 'rabbit.', to: 'evil.' },
      { note: 'another port', from: ':5672', to: ':5673' },
      { note: 'a mask that stands for nothing', from: 'token', to: 'other' },
    ]) {
      it(`keep no secret for ${note}`, async () => {
        const id = await brokers()
        const section = (await at(id)).default as { broker: JsonObject }
        const broken = { ...section.broker, shown: shown.replace(from, to) }
        const reply = await browser.patch(`/v2/system_configs/${id}`, { default: { broker: broken } })
        expect(reply.status).toBe(400)
        expect(reply.body.data).toEqual({ 'default.broker': { invalid: { message: expect.any(String) } } })
        expect(await app.stored(id)).toMatchObject({ default: { broker } })
      })
    }
  })

  it('no secret reaches the log', () => {
    expect(app.log.length).toBeGreaterThan(0)
    expect(app.log.join('\n')).not.toMatch(/invented-(secret|user|word|token)/)
  })
})
