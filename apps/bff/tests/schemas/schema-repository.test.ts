import { catalogue } from '@strata/schema-catalogue'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#bff/couch/store.ts'
import { createSchemaRepository } from '#bff/schemas/create-schema-repository.ts'
import type { SchemaRepository } from '#bff/schemas/repository.ts'
import { STORES, type TestStore } from '../_stores.ts'

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
    schemas = createSchemaRepository(store)
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

  it('works on a store without the database', async () => {
    await store.destroy('system_schemas')
    expect(await createSchemaRepository(store).get('storage')).toBeDefined()
    await store.create('system_schemas')
  })
})
