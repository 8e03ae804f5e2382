import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { fillStore, type PlacedDraft } from './fill-store.ts'

let folder: string
let store: Store

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-fill-'))
  store = await openEmbeddedStore(folder)
})

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const draft = (database: string, id: string, value = 1): PlacedDraft => ({
  database,
  id,
  fields: { value },
  private: { type: 'x' },
})

describe(fillStore, () => {
  it('creates databases and documents, public and private fields apart', async () => {
    expect(await fillStore(store, [draft('one', 'a'), draft('one', 'b'), draft('account/aa/bb/cc', 'a')])).toBe(3)
    expect(await store.databases()).toEqual(expect.arrayContaining(['one', 'account/aa/bb/cc']))
    expect(await store.database('account/aa/bb/cc').get('a')).toMatchObject({
      fields: { value: 1 },
      private: { type: 'x' },
    })
  })

  it('leaves a document that is there as it is and counts only new ones', async () => {
    await fillStore(store, [draft('two', 'a', 1)])
    expect(await fillStore(store, [draft('two', 'a', 2), draft('two', 'b', 2)])).toBe(1)
    expect((await store.database('two').get('a'))?.fields).toEqual({ value: 1 })
  })

  it('writes more than fit in one request', async () => {
    const many = Array.from({ length: 1201 }, (_, index) => draft('three', String(index)))
    expect(await fillStore(store, many)).toBe(1201)
    expect(await store.database('three').ids()).toHaveLength(1201)
  })

  it('goes back to a database that comes up again', async () => {
    expect(await fillStore(store, [draft('four', 'a'), draft('five', 'a'), draft('four', 'b')])).toBe(3)
    expect(await store.database('four').ids()).toEqual(['a', 'b'])
  })

  it('has nothing to do for no documents', async () => {
    expect(await fillStore(store, [])).toBe(0)
  })
})
