import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import leveldbAdapter from 'pouchdb-adapter-leveldb'
import PouchDB from 'pouchdb-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded-store.ts'
import { temporaryFolder } from '../_stores.ts'

const writer = fileURLToPath(new URL('_write-forever.ts', import.meta.url))

const draft = (id: string, fields = {}) => ({ id, fields, private: {} })

describe(openEmbeddedStore, () => {
  let folder: string

  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A process that writes without end. `printed` grows with what it says. */
  async function startWriter(first: number): Promise<{ child: ChildProcess; printed: { text: string } }> {
    const tsx = fileURLToPath(import.meta.resolve('tsx'))
    const child = spawn(process.execPath, ['--import', tsx, writer, folder, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const printed = { text: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.text += text
    })
    await once(child.stdout, 'data')
    return { child, printed }
  }

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

  it('loses nothing acknowledged when its process is killed in the middle of writing', {
    timeout: 60_000,
  }, async () => {
    let next = 0
    for (let round = 0; round < 5; round++) {
      const { child, printed } = await startWriter(next)
      await new Promise((resolve) => setTimeout(resolve, 150 + 50 * round))
      child.kill('SIGKILL')
      await once(child, 'close')
      const acknowledged = printed.text
        .split('\n')
        .filter((line) => /^\d+$/.test(line))
        .map(Number)
      const last = acknowledged.at(-1) ?? -1
      expect(last).toBeGreaterThan(next)
      const store = await openEmbeddedStore(folder)
      const found = await store.database('written').getMany(acknowledged.map((number) => `document-${number}`))
      expect(found.map((document) => document?.fields.number)).toEqual(acknowledged)
      const known = await store.database('written').ids()
      await store.close()
      next = known.length
    }
  })

  it('says clearly that another process works on the folder, and opens it once that one is gone', async () => {
    const { child } = await startWriter(0)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({
      kind: 'unavailable',
      message: `Another Strata works on the data folder ${folder}. Stop the other one, or choose another folder with STRATA_DATA_DIR.`,
    })
    child.kill('SIGKILL')
    await once(child, 'close')
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

  it('says which database is damaged, keeps serving the others, and does not take it for an empty one', async () => {
    const before = await openEmbeddedStore(folder)
    for (const name of ['damaged', 'sound']) {
      await before.create(name)
      await before.database(name).put(draft('x'))
    }
    await before.close()
    const inside = join(folder, 'databases', 'damaged')
    for (const file of await readdir(inside)) {
      if (file.startsWith('MANIFEST')) await writeFile(join(inside, file), 'not a manifest at all')
    }
    const store = await openEmbeddedStore(folder)
    const failure = {
      kind: 'upstream',
      message: expect.stringMatching(`^The database "damaged" in ${folder} is damaged .*Restore the folder`),
    }
    await expect(store.database('damaged').get('x')).rejects.toMatchObject(failure)
    await expect(store.database('damaged').ids()).rejects.toMatchObject(failure)
    expect(await store.database('sound').ids()).toEqual(['x'])
    await store.close()
  })

  it('does not take a document for missing that the disk has lost', async () => {
    const open = async () => {
      const store = await openEmbeddedStore(folder)
      await store.create('damaged')
      return { store, database: store.database('damaged') }
    }
    const first = await open()
    await first.database.bulk(
      Array.from({ length: 200 }, (_, n) => draft(`document-${n}`, { text: 'x'.repeat(500), n })),
    )
    await first.store.close()
    await (await open()).store.close()
    const inside = join(folder, 'databases', 'damaged')
    for (const file of (await readdir(inside)).filter((name) => name.endsWith('.ldb'))) {
      const bytes = await readFile(join(inside, file))
      await writeFile(join(inside, file), bytes.fill(0xa5, 100, bytes.length / 2))
    }
    const second = await open()
    const failure = { kind: 'upstream', message: expect.stringContaining('Restore the folder') }
    await expect(second.database.get('document-0')).rejects.toMatchObject(failure)
    await expect(second.database.put(draft('document-0'))).rejects.toMatchObject(failure)
    await second.store.close()
  })

  it('is readable by its owner alone', async () => {
    const data = join(folder, 'data')
    const store = await openEmbeddedStore(data)
    expect((await stat(data)).mode & 0o077).toBe(0)
    await store.close()
  })

  it('ignores folders that are no databases', async () => {
    const first = await openEmbeddedStore(folder)
    await first.create('real')
    await first.close()
    for (const name of ['.DS_Store', '%ZZ', 'lost+found', '%E0']) await writeFile(join(folder, 'databases', name), '')
    const store = await openEmbeddedStore(folder)
    expect(await store.databases()).toEqual(['real'])
    await store.close()
  })

  it('holds a bounded number of files open, however many databases are used', async () => {
    const store = await openEmbeddedStore(folder)
    const names = Array.from({ length: 150 }, (_, number) => `database_${number}`)
    for (const name of names) {
      await store.create(name)
      await store.database(name).put(draft('x', { name }))
    }
    const open = readdirSync('/proc/self/fd').length
    await Promise.all(names.map((name) => store.database(name).get('x')))
    for (const name of names) expect((await store.database(name).get('x'))?.fields).toEqual({ name })
    const most = 64 * 5
    expect(open).toBeLessThan(most)
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(most)
    await store.close()
  })

  it('orders ids beyond the basic plane by their bytes', async () => {
    const store = await openEmbeddedStore(folder)
    await store.create('ids')
    await store.database('ids').bulk([draft('😀'), draft('ﬁ'), draft('z')])
    expect(await store.database('ids').ids()).toEqual(['z', 'ﬁ', '😀'])
    await store.close()
  })

  it('does not keep replaced content on disk', async () => {
    const store = await openEmbeddedStore(folder)
    await store.create('secrets')
    const database = store.database('secrets')
    const revision = await database.put(draft('x', { password: 'replaced' }))
    await database.put({ ...draft('x', { password: 'current' }), revision })
    await store.close()
    const pouch = new (PouchDB.plugin(leveldbAdapter))(join(folder, 'databases', 'secrets'), { adapter: 'leveldb' })
    await expect(pouch.get('x', { rev: revision })).rejects.toMatchObject({ status: 404 })
    await pouch.close()
  })

  it('keeps a short history of revisions, so that a document does not slow down with each update', async () => {
    const store = await openEmbeddedStore(folder)
    await store.create('hot')
    const database = store.database('hot')
    let revision = await database.put(draft('x'))
    for (let n = 0; n < 60; n++) revision = await database.put({ ...draft('x', { n }), revision })
    await store.close()
    const pouch = new (PouchDB.plugin(leveldbAdapter))(join(folder, 'databases', 'hot'), { adapter: 'leveldb' })
    const { _revisions } = await pouch.get('x', { revs: true })
    expect((_revisions as { ids: string[] }).ids).toHaveLength(20)
    await pouch.close()
  })

  it('reads attachments, and keeps them when their document is replaced', async () => {
    const first = await openEmbeddedStore(folder)
    await first.create('keys')
    await first.close()
    const pouch = new (PouchDB.plugin(leveldbAdapter))(join(folder, 'databases', 'keys'), { adapter: 'leveldb' })
    await pouch.bulkDocs([{ _id: 'x', _attachments: { 'a/b.pem': { content_type: 'text/plain', data: 'aGVsbG8=' } } }])
    await pouch.close()
    const store = await openEmbeddedStore(folder)
    const database = store.database('keys')
    const revision = (await database.get('x'))?.revision ?? ''
    await database.put({ ...draft('x', { a: 1 }), revision })
    const bytes = await database.attachment('x', 'a/b.pem')
    expect(new TextDecoder().decode(bytes)).toBe('hello')
    expect(await database.attachment('x', 'none')).toBeUndefined()
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
