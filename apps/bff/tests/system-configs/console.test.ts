import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, STORES } from '../_app.ts'
import { type ConfigApp, node, signInBrowser, startConfigApp } from './_configs.ts'

const defaults = { a: 1, b: { c: 2, d: 3 } }

describe.each(STORES)("the console's system configs on $kind", ({ start }) => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(start)
    browser = await signInBrowser(app)
  })
  afterAll(() => app.stop())

  const detail = async (category: string) => (await browser.get(`/console/system_configs/${category}`)).body.data
  const revisionOf = async (category: string) => ((await detail(category)) as { revision: string | null }).revision
  async function write(category: string, ...operations: JsonValue[]) {
    return browser.post(`/console/system_configs/${category}`, {
      base_revision: await revisionOf(category),
      operations,
    })
  }
  const set = (section: string, pointer: string, value: JsonValue): JsonObject => ({
    section,
    pointer,
    op: 'set',
    value,
  })

  describe('the list', () => {
    it('has every category that is stored, has a schema, or both, sorted', async () => {
      const category = await app.category({ default: { a: 5, b: { c: 1 } }, z1: { list: [] }, [node]: {}, text: 5 })
      await app.store
        .database('system_config')
        .put({ id: 'free', fields: { z: { x: 1 } }, private: { type: 'config', modified: 63_900_000_000 } })
      const { body } = await browser.get('/console/system_configs')
      const rows = body.data as { id: string }[]
      const row = (id: string) => rows.find((item) => item.id === id)
      expect(row(category)).toEqual({
        id: category,
        title: category.replace('demo.', 'Demo '),
        stored: true,
        has_schema: true,
        keys: 5,
        // The node's section sets nothing.
        sections: 2,
        zones: 1,
        nodes: 0,
        overrides: 3,
        // It says nothing of when it was stored.
        modified: null,
      })
      expect(row('free')).toMatchObject({
        stored: true,
        has_schema: false,
        keys: 0,
        sections: 1,
        zones: 1,
        overrides: 1,
        modified: '2024-11-28T08:00:00.000Z',
      })
      expect(row('sysconf')).toEqual({
        id: 'sysconf',
        title: 'Sysconf',
        stored: false,
        has_schema: true,
        keys: 2,
        sections: 0,
        zones: 0,
        nodes: 0,
        overrides: 0,
        modified: null,
      })
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort())
    })
  })

  describe('a category', () => {
    it('shows sections as stored, defaults and both revisions', async () => {
      const category = await app.category({ default: { a: 1 }, z1: { a: 'noise' }, text: 5 })
      expect(await detail(category)).toEqual({
        id: category,
        title: category.replace('demo.', 'Demo '),
        revision: expect.stringMatching(/^1-/),
        schema_revision: expect.stringMatching(/^[0-9a-f]{16}$/),
        sections: { default: { a: 1 }, z1: { a: 'noise' } },
        defaults,
      })
    })

    it('that nobody knows is empty, and can be begun', async () => {
      const empty = { id: 'new', title: 'New', revision: null, schema_revision: null, sections: {}, defaults: {} }
      expect(await detail('new')).toEqual(empty)
      const { status, body } = await write('new', set('z1', '/x', [1]))
      expect(status).toBe(200)
      expect(body.data).toMatchObject({
        ...empty,
        revision: expect.stringMatching(/^1-/),
        sections: { z1: { x: [1] } },
      })
    })
  })

  describe('a write', () => {
    const noise = { default: { a: 1, api_key: 'invented' }, z1: { a: 'wrong' }, 'us-east': { a: 1 }, text: 5 }

    it('changes the leaves it names and leaves the rest as it is stored', async () => {
      const category = await app.category(noise)
      const { status, body } = await write(category, set(node, '/b/c', '20'), set('us-east', '/flag', true), {
        section: 'default',
        pointer: '/a',
        op: 'remove',
      })
      expect(status).toBe(200)
      expect(await app.stored(category)).toEqual({
        ...noise,
        default: { api_key: 'invented' },
        'us-east': { a: 1, flag: true },
        [node]: { b: { c: 20 } },
      })
      expect(body.data).toMatchObject(JSON.parse(JSON.stringify(await detail(category))))
    })

    it('drops a leaf set to what it inherits, unless it is pinned', async () => {
      const category = await app.category({ default: { a: 5 } })
      await write(category, set('z1', '/a', 5), { ...set('z2', '/a', 5), pin: true })
      expect(await app.stored(category)).toEqual({ default: { a: 5 }, z2: { a: 5 } })
    })

    it('adds an empty section and removes one', async () => {
      const category = await app.category({ z1: { a: 5 } })
      await write(category, set('z2', '', {}), { section: 'z1', pointer: '', op: 'remove' })
      expect(await app.stored(category)).toEqual({ z2: {} })
    })

    it('that changes nothing writes nothing', async () => {
      const category = await app.category({ z1: { a: 5 } })
      const before = await revisionOf(category)
      const { status, body } = await write(category, set('z1', '/a', 5), { section: 'z2', pointer: '/a', op: 'remove' })
      expect(status).toBe(200)
      expect(body.data).toMatchObject({ revision: before })
    })

    it('keeps, replaces and clears secrets by what the browser was shown', async () => {
      const category = await app.category({ default: { api_key: 'invented-one' }, z1: { api_key: 'invented-two' } })
      const shown = (await detail(category)) as { sections: Record<string, JsonObject> }
      expect(JSON.stringify(shown)).not.toContain('invented')
      await write(category, set('z1', '/api_key', shown.sections.z1?.api_key ?? null), set('z1', '/a', 7))
      expect(await app.stored(category)).toMatchObject({ z1: { api_key: 'invented-two', a: 7 } })
      await write(category, set('z1', '/api_key', 'invented-three'), set('default', '/api_key', null))
      expect(await app.stored(category)).toEqual({ default: {}, z1: { api_key: 'invented-three', a: 7 } })
    })

    for (const { note, operations, errors } of [
      { note: 'a wrong type', operations: [set('z1', '/a', 'x')], errors: { 'z1.a': 'type' } },
      {
        note: 'several wrong leaves, all at once',
        operations: [set('default', '/b/c', 'x'), set('a@b.c', '/list', [1])],
        errors: { 'default.b.c': 'type', 'a@b%2Ec.list.0': 'type' },
      },
      {
        note: 'a marker where no secret is stored',
        operations: [set('z1', '/api_key', { $secret: 'set', fingerprint: 'x' })],
        errors: { 'z1.api_key': 'invalid' },
      },
      { note: 'a name that no section can have', operations: [set('pvt_x', '/a', 1)], errors: { pvt_x: 'invalid' } },
      {
        note: 'a pointer that is none',
        operations: [set('z1', 'a', 1)],
        errors: { 'operations.0.pointer': 'invalid' },
      },
      { note: 'a section that is no object', operations: [set('z1', '', 5)], errors: { operations: 'invalid' } },
      { note: 'a place inside a list', operations: [set('z2', '/list/0', 'x')], errors: { operations: 'invalid' } },
      {
        note: 'a set without a value',
        operations: [{ section: 'z1', pointer: '/a', op: 'set' }],
        errors: { 'operations.0.value': 'invalid' },
      },
      {
        note: 'an unknown operation',
        operations: [{ section: 'z1', pointer: '/a', op: 'move' }],
        errors: { 'operations.0.op': 'invalid' },
      },
    ]) {
      it(`refuses ${note}, and stores nothing`, async () => {
        const category = await app.category({ z2: { list: ['y'] } })
        const { status, body } = await write(category, ...operations)
        expect(status).toBe(400)
        const found = Object.entries(body.data as Record<string, JsonObject>)
        expect(Object.fromEntries(found.map(([path, entry]) => [path, Object.keys(entry)[0]]))).toEqual(errors)
        expect(await app.stored(category)).toEqual({ z2: { list: ['y'] } })
      })
    }

    it('refuses a body of another shape', async () => {
      for (const data of [
        {},
        { base_revision: 5, operations: [] },
        { base_revision: null, operations: {} },
        [],
        { base_revision: null, operations: [], more: 1 },
      ]) {
        const { status, body } = await browser.post('/console/system_configs/any', data)
        expect({ status, name: body.message }).toEqual({ status: 400, name: 'validation error' })
      }
    })

    it('on another base than the stored document: 409 that says what to do', async () => {
      const category = await app.category({ z1: { a: 5 } })
      const base = await revisionOf(category)
      await app.admin.patch(`/v2/system_configs/${category}`, { z1: { a: 6 } })
      for (const revision of [base, null, '1-0']) {
        const { status, masked } = await browser.post(`/console/system_configs/${category}`, {
          base_revision: revision,
          operations: [set('z1', '/a', 7)],
        })
        expect(status).toBe(409)
        expect(masked).toMatchObject({
          data: { message: 'conflicting documents', cause: expect.stringContaining('read it again') },
          message: 'datastore_conflict',
        })
      }
      expect(await app.stored(category)).toEqual({ z1: { a: 6 } })
    })

    it('of two at once on one base one is stored, the other told', async () => {
      const category = await app.category({ z1: { a: 5 } })
      const base = await revisionOf(category)
      const replies = await Promise.all(
        [6, 7].map((value) =>
          browser.post(`/console/system_configs/${category}`, {
            base_revision: base,
            operations: [set('z1', '/a', value)],
          }),
        ),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    })
  })
})
