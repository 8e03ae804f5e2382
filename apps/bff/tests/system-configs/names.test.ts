import type { JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, startConfigApp } from './_configs.ts'

const names = [
  { note: 'a control character', name: 'ams\u0007', says: 'nobody sees' },
  { note: 'a right-to-left override', name: 'ams\u202e1', says: 'turns the writing direction' },
  { note: 'a zero-width space', name: 'ams\u200b', says: 'nobody sees' },
  { note: 'a slash', name: 'ams/1', says: 'slash' },
  { note: '256 bytes', name: 'ü'.repeat(128), says: '255 bytes' },
]

describe('names that nobody can have meant', () => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
  })
  afterAll(() => app.stop())

  const at = (...segments: string[]) => segments.map(encodeURIComponent).join('/')
  const set = (section: string): JsonValue => [{ section, pointer: '/a', op: 'set', value: 7 }]
  const invalid = (says: string, value: string) => ({
    invalid: { message: expect.stringContaining(says), value },
  })

  for (const { note, name, says } of names) {
    describe(note, () => {
      it('no category is created under it', async () => {
        const replies = [
          await app.admin.put(`/v2/system_configs/${at(name)}`, { default: { a: 7 } }),
          await app.admin.post(`/v2/system_configs/${at(name)}`, { default: { a: 7 } }),
          await app.admin.patch(`/v2/system_configs/${at(name)}`, { default: { a: 7 } }),
          await app.admin.post(`/v2/system_configs/${at(name, 'z1')}`, { a: 7 }),
          await app.admin.patch(`/v2/system_configs/${at(name, 'z1')}`, { a: 7 }),
          await app.admin.post(`/console/system_configs/${at(name)}`, { base_revision: null, operations: set('z1') }),
        ]
        for (const { status, body } of replies) {
          expect(status).toBe(400)
          expect(body.data).toEqual({ id: invalid(says, name) })
        }
        expect(await app.stored(name)).toBeUndefined()
      })

      it('no section is created under it, and the dry run says so', async () => {
        const fields = { default: { a: 5 } }
        const category = await app.category(fields)
        const [document, section] = [`/v2/system_configs/${category}`, `/v2/system_configs/${at(category, name)}`]
        const { revision: base_revision } = (await app.admin.get(document)).body
        const write = { base_revision: base_revision ?? null, operations: set(name) }
        const bulk = { changes: [{ category, ...write }] }
        const inDocument = { [name]: invalid(says, name) }
        for (const [reply, data] of [
          [await app.admin.put(document, { [name]: { a: 7 } }), inDocument],
          [await app.admin.post(document, { [name]: { a: 7 } }), inDocument],
          [await app.admin.patch(document, { [name]: { a: 7 } }), inDocument],
          [await app.admin.post(section, { a: 7 }), { '': invalid(says, name) }],
          [await app.admin.patch(section, { a: 7 }), { '': invalid(says, name) }],
          [await app.admin.post(`/console/system_configs/${category}`, write), inDocument],
          [await app.admin.post(`/console/system_configs/${category}/dry_run`, write), inDocument],
          [await app.admin.post('/console/system_configs/bulk', bulk), expect.anything()],
        ] as const) {
          expect(reply.status).toBe(400)
          expect(reply.body.data).toEqual(data)
        }
        expect(await app.stored(category)).toEqual(fields)
      })

      it('a category that has it already is read, written and removed', async () => {
        await app.store
          .database('system_config')
          .put({ id: name, fields: { default: { a: 5 } }, private: { type: 'config' } })
        const path = `/v2/system_configs/${at(name)}`
        expect((await app.admin.get(path)).body.data).toEqual({ default: { a: 5 }, id: name })
        expect((await app.admin.patch(path, { default: { a: 6 } })).status).toBe(200)
        expect(await app.stored(name)).toEqual({ default: { a: 6 } })
        expect((await app.admin.delete(path)).status).toBe(200)
        expect(await app.stored(name)).toBeUndefined()
      })

      it('a section that has it already is read, written and removed', async () => {
        const category = await app.category({ [name]: { a: 5 } })
        const path = `/v2/system_configs/${at(category, name)}`
        expect((await app.admin.get(path)).body.data).toEqual({ a: 5, id: `${category}/${name}` })
        expect((await app.admin.patch(path, { a: 6 })).status).toBe(200)
        expect(await app.stored(category)).toEqual({ [name]: { a: 6 } })
        expect((await app.admin.delete(path)).status).toBe(200)
        expect(await app.stored(category)).toEqual({})
      })
    })
  }
})
