import { readdirSync } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { temporaryFolder } from '../_stores.ts'
import { startWriting } from './_writing-process.ts'

const draft = (id: string, fields = {}) => ({ id, fields, private: {} })

describe(openEmbeddedStore, () => {
  let folder: string

  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('keeps what was written when it is opened again', async () => {
    const first = await openEmbeddedStore(folder)
    await first.create('account/ab/cd/ef')
    const revision = await first.database('account/ab/cd/ef').put(draft('x', { a: 1 }))
    await first.close()
    const second = await openEmbeddedStore(folder)
    expect(await second.databases()).toEqual(['account/ab/cd/ef'])
    expect(await second.database('account/ab/cd/ef').get('x')).toMatchObject({ revision, fields: { a: 1 } })
    await second.close()
  })

  it('says clearly that another process works on the folder, and opens it once that one is gone', async () => {
    const other = await startWriting(folder)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({
      kind: 'unavailable',
      message: `Another Strata works on the data folder ${folder}. Stop the other one, or choose another folder with STRATA_DATA_DIR.`,
    })
    await other.kill()
    await (await openEmbeddedStore(folder)).close()
  })

  it('takes a folder that this process has open already for one in use', async () => {
    const first = await openEmbeddedStore(folder)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ kind: 'unavailable' })
    await first.close()
    await (await openEmbeddedStore(folder)).close()
  })

  it('says which folder cannot be used, and why', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await expect(openEmbeddedStore(join(file, 'data'))).rejects.toMatchObject({
      kind: 'upstream',
      message: expect.stringMatching(`^The data folder ${join(file, 'data')} cannot be used: ENOTDIR`),
    })
  })

  it('is readable by its owner alone', async () => {
    const data = join(folder, 'data')
    const store = await openEmbeddedStore(data)
    expect((await stat(data)).mode & 0o077).toBe(0)
    await store.close()
  })

  it('holds few files open, however many databases are used', async () => {
    const store = await openEmbeddedStore(folder)
    const before = readdirSync('/proc/self/fd').length
    const names = Array.from({ length: 150 }, (_, number) => `database_${number}`)
    for (const name of names) await store.create(name)
    await Promise.all(names.map((name) => store.database(name).put(draft('x', { name }))))
    for (const name of names) expect((await store.database(name).get('x'))?.fields).toEqual({ name })
    expect(readdirSync('/proc/self/fd').length - before).toBeLessThan(20)
    await store.close()
  })

  it('keeps databases apart whose names begin alike', async () => {
    const store = await openEmbeddedStore(folder)
    const names = ['a', 'a/b', 'a-', 'ab']
    for (const name of names) {
      await store.create(name)
      await store.database(name).put(draft('x', { name }))
    }
    await store.destroy('a')
    for (const name of names.slice(1)) expect(await store.database(name).ids()).toEqual(['x'])
    await store.create('a')
    expect(await store.database('a').changes(undefined)).toMatchObject({ changes: [] })
    await store.close()
  })

  it('reads a database as empty from the moment it is removed, also where the removal was cut off', async () => {
    const first = await openEmbeddedStore(folder)
    await first.create('gone')
    await first.database('gone').bulk(Array.from({ length: 6000 }, (_, n) => draft(`d-${n}`)))
    const removal = first.destroy('gone').catch((error: unknown) => error)
    for (let names = ['gone']; names.length > 0; ) names = await first.databases()
    const reads = (store: typeof first) => {
      const database = store.database('gone')
      return Promise.all([database.get('d-1'), database.getMany(['d-1']), database.ids(), database.range({ limit: 1 })])
    }
    expect(await reads(first)).toEqual([undefined, [undefined], [], []])
    await first.close()
    expect(await removal).toMatchObject({ kind: 'unavailable' })
    const second = await openEmbeddedStore(folder)
    expect(await reads(second)).toEqual([undefined, [undefined], [], []])
    await second.create('gone')
    expect(await second.database('gone').ids()).toEqual([])
    await second.close()
  })

  it('reads past any number of tombstones', async () => {
    const store = await openEmbeddedStore(folder)
    await store.create('emptied')
    const database = store.database('emptied')
    const outcomes = await database.bulk(
      Array.from({ length: 2500 }, (_, n) => draft(`d-${String(n).padStart(5, '0')}`)),
    )
    await Promise.all(
      outcomes.slice(10, -1).map((each) => 'revision' in each && database.remove(each.id, each.revision)),
    )
    expect(await database.ids({ start: 'd-00005', limit: 6 })).toEqual([
      ...[5, 6, 7, 8, 9].map((n) => `d-0000${n}`),
      'd-02499',
    ])
    expect(await database.ids({ descending: true, limit: 2 })).toEqual(['d-02499', 'd-00009'])
    await store.close()
  })

  it('orders ids beyond the basic plane by their bytes', async () => {
    const store = await openEmbeddedStore(folder)
    await store.create('ids')
    await store.database('ids').bulk([draft('😀'), draft('ﬁ'), draft('z')])
    expect(await store.database('ids').ids()).toEqual(['z', 'ﬁ', '😀'])
    await store.close()
  })

  it('has no views', async () => {
    const store = await openEmbeddedStore(folder)
    await store.create('accounts')
    expect(await store.database('accounts').view('accounts', 'listing_by_name')).toBeUndefined()
    await store.close()
  })

  it('fails its ping once it is closed', async () => {
    const store = await openEmbeddedStore(folder)
    await store.ping()
    await store.close()
    await expect(store.ping()).rejects.toThrow()
  })
})
