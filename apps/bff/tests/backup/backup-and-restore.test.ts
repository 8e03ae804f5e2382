import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backup } from '#bff/commands/backup.ts'
import { restore } from '#bff/commands/restore.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { startCouchServer } from '../_couch-server.ts'
import { temporaryFolder } from '../_stores.ts'
import { contentsOf } from './_contents.ts'
import { serve, signIn } from './_server.ts'

const key = { name: 'private key.pem', type: 'application/x-pem-file', bytes: Buffer.from('\0invented\r\n') }
const odd = {
  id: 'odd/ä "\u2028',
  fields: { text: 'a\u2028b\nc', deep: [{ __proto__x: null }] },
  private: { type: 'x' },
}

describe('a backup', () => {
  let folder: string
  let file: string
  const inFolder = (name: string) => ({ STRATA_DATA_DIR: join(folder, name) })

  beforeEach(async () => {
    folder = await temporaryFolder()
    file = join(folder, 'saved.backup')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('of a server that is written to becomes a server where everything is, and whoever was signed in still is', async () => {
    const running = await serve(join(folder, 'data'))
    const token = await signIn(running)
    const { store } = running.context
    await store.create('numbers/+1')
    const numbers = store.database('numbers/+1')
    await numbers.fill([
      { ...odd, attachments: [key] },
      ...Array.from({ length: 500 }, (_, n) => ({ id: `${n}`, fields: { n }, private: {}, attachments: [] })),
    ])
    const before = await contentsOf(store)

    await store.create('written')
    let isDone = false
    const writer = async (id: string) => {
      let revision = await store.database('written').put({ id, fields: { n: 0, twice: 0 }, private: {} })
      for (let n = 1; !isDone; n++) {
        revision = await store.database('written').put({ id, revision, fields: { n, twice: 2 * n }, private: {} })
      }
    }
    const writers = ['a', 'b', 'c'].map(writer)
    const said = await backup.run([file, '--server', running.url], { STRATA_TOKEN: token })
    isDone = true
    await Promise.all(writers)
    expect(said).toMatch(/^Saved \d+ databases with 5\d\d documents and 1 attachment in /)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await running.stop()

    expect(await restore.run([file], inFolder('other'))).toContain('Restored')
    const restored = await serve(join(folder, 'other'))
    const { written = [], ...after } = await contentsOf(restored.context.store)
    for (const { fields } of written) expect(fields.twice).toBe(2 * Number(fields.n))
    // The embedded store keeps no types of attachments.
    const untyped = { ...key, type: 'application/octet-stream' }
    expect(after['numbers/+1']?.find(({ id }) => id === odd.id)).toEqual({ ...odd, attachments: [untyped] })
    expect(after).toEqual(before)
    const headers = { 'X-Auth-Token': token }
    expect((await fetch(`${restored.url}/v2/system_configs`, { headers })).status).toBe(200)
    expect(await signIn(restored)).not.toBe('')
    await restored.stop()
    expect(await readdir(folder)).toEqual(['data', 'other', 'saved.backup'])
  })

  it('is made of a folder that nobody has open, and over an older one of the same name', async () => {
    const store = await openEmbeddedStore(join(folder, 'data'))
    await store.create('a')
    await writeFile(file, 'an older one', { mode: 0o644 })
    await expect(backup.run([file], inFolder('data'))).rejects.toMatchObject({
      message: expect.stringMatching(/^A running Strata has the data folder .* --server /),
    })
    await store.close()
    await backup.run([file], inFolder('data'))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await restore.run([file], inFolder('other'))
    await expect(backup.run([file], inFolder('nowhere'))).rejects.toMatchObject({
      message: `There is no store in ${join(folder, 'nowhere')}.`,
    })
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  it('of a CouchDB goes into another, types of attachments and all, and never where one of its databases is', async () => {
    const [first, second] = [await startCouchServer(), await startCouchServer()]
    const [from, to] = [createCouchDbStore(first.url), createCouchDbStore(second.url)]
    await from.create('accounts')
    await from.create('strata')
    await from.database('accounts').fill([{ ...odd, attachments: [key] }])
    await from.database('strata').fill([{ id: 'origin', fields: {}, private: {}, attachments: [] }])
    await backup.run([file], { STRATA_COUCHDB_URL: first.url })
    await to.create('others')
    await restore.run([file], { STRATA_COUCHDB_URL: second.url })
    expect(await contentsOf(to)).toEqual({ ...(await contentsOf(from)), others: [] })
    expect((await contentsOf(to)).accounts).toEqual([{ ...odd, attachments: [key] }])

    second.requests.length = 0
    await expect(restore.run([file], { STRATA_COUCHDB_URL: second.url })).rejects.toMatchObject({
      message: expect.stringMatching(/^This CouchDB has a database "accounts" already/),
    })
    expect(second.requests.filter((request) => !request.startsWith('GET '))).toEqual([])
    await restore.run([file], inFolder('embedded'))
    await Promise.all([from.close(), to.close()])
    await Promise.all([first.stop(), second.stop()])
  })

  it('is restored over no folder that holds anything, and leaves that as it is', async () => {
    const store = await openEmbeddedStore(join(folder, 'data'))
    await store.create('a')
    await store.close()
    await backup.run([file], inFolder('data'))
    await mkdir(join(folder, 'notes'))
    await writeFile(join(folder, 'notes', 'mine'), 'text')
    for (const name of ['data', 'notes']) {
      const before = await readdir(join(folder, name))
      await expect(restore.run([file], inFolder(name))).rejects.toMatchObject({
        message: expect.stringMatching(/is not empty, and a backup is restored over nothing/),
      })
      expect(await readdir(join(folder, name))).toEqual(before)
    }
  })

  it('is restored into an empty folder and into none, after a restore that was killed, and that folder stays', async () => {
    const store = await openEmbeddedStore(join(folder, 'data'))
    await store.create('a')
    await store.close()
    await backup.run([file], inFolder('data'))
    await mkdir(join(folder, 'empty', 'restoring', 'store'), { recursive: true })
    await mkdir(join(folder, 'empty', 'lost+found'))
    const { ino } = await stat(join(folder, 'empty'))
    await restore.run([file], { STRATA_DATA_DIR: `${join(folder, 'empty')}/` })
    // A volume cannot be replaced.
    expect((await stat(join(folder, 'empty'))).ino).toBe(ino)
    await restore.run([file], inFolder('none'))
    expect((await stat(join(folder, 'none'))).mode & 0o077).toBe(0)
    for (const name of ['empty', 'none']) {
      expect(await readdir(join(folder, name))).not.toContain('restoring')
      const again = await openEmbeddedStore(join(folder, name))
      expect(await again.databases()).toEqual(['a'])
      await again.close()
    }
  })
})
