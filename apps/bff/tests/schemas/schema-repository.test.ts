import { catalogueOf } from '@strata/schema-catalogue'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#bff/couch/store.ts'
import { createSchemaRepository, type SchemaRepository } from '#bff/schemas/repository.ts'
import { STORES, type TestStore } from '../_stores.ts'

const catalogue = catalogueOf('4.3')

const own = { $schema: 'http://json-schema.org/draft-04/schema#', type: 'object' }

describe.each(STORES)('schemas on $kind', ({ start }) => {
  let testStore: TestStore
  let store: Store
  let schemas: SchemaRepository

  beforeAll(async () => {
    testStore = await start()
    store = testStore.store
  })
  afterAll(() => testStore.stop())

  beforeEach(async () => {
    await store.create('system_schemas')
    schemas = createSchemaRepository(store, '4.3')
  })
  afterEach(() => store.destroy('system_schemas'))

  function put(id: string, fields = own, revision?: string): Promise<string> {
    return store.database('system_schemas').put({ id, ...(revision ? { revision } : {}), fields, private: {} })
  }

  it('bundles every schema of the catalogue, without the id inside', async () => {
    expect(await schemas.ids()).toEqual([...catalogue.keys()].sort())
    const bundled = await schemas.get('system_config.sysconf')
    expect(bundled).toEqual({ ...catalogue.get('system_config.sysconf'), _id: undefined })
    expect(bundled).not.toHaveProperty('_id')
  })

  it('a schema of the store wins, and a removed one gives way to the bundled one', async () => {
    const revision = await put('system_config.sysconf')
    expect(await schemas.get('system_config.sysconf')).toEqual(own)
    await store.database('system_schemas').remove('system_config.sysconf', revision)
    expect(await schemas.get('system_config.sysconf')).toHaveProperty('properties.acl_request_timeout_ms')
  })

  it('a schema of the store that is not bundled is there, too', async () => {
    expect(await schemas.get('system_config.ours')).toBeUndefined()
    await put('system_config.ours')
    expect(await schemas.ids()).toContain('system_config.ours')
  })

  it('schemas of messages between nodes are listed only when asked for', async () => {
    await put('kapi.self')
    expect(await schemas.ids()).not.toContain('kapi.self')
    expect(await schemas.ids(true)).toContain('kapi.self')
    expect(await schemas.get('kapi.self')).toEqual(own)
  })

  it('a snapshot changes neither itself nor its revision, and a new one does when a schema did', async () => {
    const first = await schemas.snapshot()
    expect((await schemas.snapshot()).revision).toBe(first.revision)
    const revision = await put('system_config.ours')
    const second = await schemas.snapshot()
    await put('system_config.ours', { ...own, type: 'array' }, revision)
    const third = await schemas.snapshot()
    expect(new Set([first.revision, second.revision, third.revision]).size).toBe(3)
    expect(first.get('system_config.ours')).toBeUndefined()
    expect(second.get('system_config.ours')).toEqual(own)
    expect(second.ids).toContain('system_config.ours')
  })

  describe('which KAZOO a store counts as', () => {
    const planClass = (...keys: string[]) => ({
      ...own,
      properties: Object.fromEntries(keys.map((key) => [key, { type: 'object' }])),
    })

    for (const { note, stored, configured, expected } of [
      { note: 'its own plan schema knows ranges', stored: planClass('range'), configured: '4.3', expected: '5' },
      { note: 'its own plan schema knows none', stored: planClass('types'), configured: '5', expected: '4.3' },
      { note: 'its own plan schema has no keys', stored: own, configured: '5', expected: '4.3' },
      { note: 'the configuration says so', stored: undefined, configured: '5', expected: '5' },
      { note: 'the configuration says so', stored: undefined, configured: '4.3', expected: '4.3' },
    ] as const) {
      it(`${expected} where ${note}, and the bundled schemas are of that version`, async () => {
        await put('system_config.ours')
        if (stored !== undefined) await put('storage.plan.database', stored)
        const repository = createSchemaRepository(store, configured)
        expect(await repository.kazooVersion()).toBe(expected)
        expect((await repository.get('system_config.voicemail')) !== undefined).toBe(expected === '5')
      })
    }

    it('it follows the schemas when they change', async () => {
      const repository = createSchemaRepository(store, '4.3')
      expect(await repository.kazooVersion()).toBe('4.3')
      const revision = await put('storage.plan.database', planClass('range'))
      expect(await repository.kazooVersion()).toBe('5')
      await store.database('system_schemas').remove('storage.plan.database', revision)
      expect(await repository.kazooVersion()).toBe('4.3')
    })
  })

  it('works on a store without the database', async () => {
    await store.destroy('system_schemas')
    expect(await createSchemaRepository(store, '4.3').get('storage')).toBeDefined()
    await store.create('system_schemas')
  })
})
