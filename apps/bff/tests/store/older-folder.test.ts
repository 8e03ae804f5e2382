import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClassicLevel } from 'classic-level'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Change, StoredDocument } from '#bff/couch/store.ts'
import { temporaryFolder } from '../_stores.ts'

/** A data folder as the older engine left it, and what that engine read in it. */
const older = fileURLToPath(new URL('older-folder', import.meta.url))

/** Every file below a folder, by its content. */
async function filesOf(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    files.sort().map(async (file) => [
      file,
      createHash('md5')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  )
}

/** As text: a module would lose keys such as `__proto__`. */
const expected = JSON.stringify(JSON.parse(readFileSync(join(older, 'expected.json'), 'utf8')))

describe('a data folder of the older engine', () => {
  let folder: string

  beforeEach(async () => {
    folder = await temporaryFolder()
    for (const part of ['databases', 'lock']) await cp(join(older, part), join(folder, part), { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function contents() {
    const store = await openEmbeddedStore(folder)
    try {
      const read: Record<string, { documents: StoredDocument[]; changes: Omit<Change, 'document'>[] }> = {}
      for (const name of await store.databases()) {
        const database = store.database(name)
        const { changes } = await database.changes(undefined)
        read[name] = {
          documents: await database.range(),
          changes: changes.map(({ id, revision, deleted }) => ({ id, revision, deleted })),
        }
      }
      const key = store.database('system_auth')
      const attachment = async (name: string) => Buffer.from((await key.attachment('key', name)) ?? []).toString()
      return { read, key: await attachment('private_key.pem'), text: await attachment('a/b.txt') }
    } finally {
      await store.close()
    }
  }

  it('is taken over with documents, revisions, tombstones, their order and attachments', async () => {
    const { read, key, text } = await contents()
    expect(JSON.stringify(read)).toBe(expected)
    expect([key, text]).toEqual(['an invented key\n', 'hello'])
  })

  it('stays as it was', async () => {
    const before = await filesOf(join(folder, 'databases'))
    await contents()
    expect(await filesOf(join(folder, 'databases'))).toEqual(before)
    expect((await readdir(folder)).sort()).toEqual(['acknowledged', 'closed', 'databases', 'lock', 'store'])
  })

  it('is taken over once: what is written afterwards counts', async () => {
    const first = await openEmbeddedStore(folder)
    const category = await first.database('system_config').get('category.1')
    await first.database('system_config').put({ ...draftOf(category), fields: { changed: true } })
    await first.close()
    const second = await openEmbeddedStore(folder)
    expect(await second.database('system_config').get('category.1')).toMatchObject({ fields: { changed: true } })
    await second.close()
    await rm(join(folder, 'store'), { recursive: true })
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ message: expect.stringContaining('damaged') })
  })

  it('is taken over anew after a start that was cut short', async () => {
    await mkdir(join(folder, 'store.new'))
    await writeFile(join(folder, 'store.new', 'CURRENT'), 'half of something')
    await mkdir(join(folder, 'store.older', 'database'), { recursive: true })
    expect(JSON.stringify((await contents()).read)).toBe(expected)
  })

  it('goes on from a tombstone when its document is made anew', async () => {
    const store = await openEmbeddedStore(folder)
    const revision = await store.database('system_config').put({ id: 'category.4', fields: {}, private: {} })
    expect(revision).toMatch(/^3-/)
    await store.close()
  })

  for (const { note, spoil } of [
    { note: 'an attachment is gone', spoil: (level: ClassicLevel, key: string) => level.del(key) },
    { note: 'an attachment is another', spoil: (level: ClassicLevel, key: string) => level.put(key, 'another key') },
  ]) {
    it(`is refused in words when ${note}, and not converted without it`, async () => {
      const level = new ClassicLevel(join(folder, 'databases', 'system_auth'))
      const [key = ''] = await level.keys({ gte: 'ÿattach-binary-storeÿ', lt: 'ÿattach-binary-storeĀ' }).all()
      await spoil(level, key)
      await level.close()
      await expect(openEmbeddedStore(folder)).rejects.toMatchObject({
        message: expect.stringMatching(/"system_auth" is damaged.*backup/),
      })
      const left = await readdir(folder)
      expect(left).not.toContain('store')
      expect(left).not.toContain('store.older')
    })
  }

  it('is refused without a word of what is in it', async () => {
    const level = new ClassicLevel(join(folder, 'databases', 'system_config'))
    const [key = ''] = await level.keys({ gte: 'ÿby-sequenceÿ', lt: 'ÿby-sequenceĀ' }).all()
    await level.put(key, '{"api_key":hush-hush}')
    await level.close()
    const error = await openEmbeddedStore(folder).catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ message: expect.stringMatching(/"system_config" is damaged.*backup/) })
    expect(String(error)).not.toContain('hush')
  })

  for (const { note, spoil } of [
    { note: 'a file is missing', spoil: (inside: string) => rm(join(inside, 'CURRENT')) },
    { note: 'a file was cut', spoil: (inside: string) => cutTables(inside) },
  ]) {
    it(`is refused when ${note}, by the name of its database and with advice that helps`, async () => {
      await spoil(join(folder, 'databases', 'system_config'))
      const error = await openEmbeddedStore(folder).catch((thrown: Error) => thrown)
      expect(error).toMatchObject({ message: expect.stringMatching(/"system_config" is damaged.*from a backup/) })
      expect(String(error)).not.toMatch(/accept-loss|store\.older/)
    })
  }

  it('is taken over without the files that lie beside its databases', async () => {
    await writeFile(join(folder, 'databases', 'thumbs'), 'of an operating system')
    expect(JSON.stringify((await contents()).read)).toBe(expected)
  })

  it('is refused in words, and not taken for less, when part of it is damaged', async () => {
    const inside = join(folder, 'databases', 'system_config')
    for (const file of (await readdir(inside)).filter((name) => /\.(log|ldb)$/.test(name))) {
      const bytes = await readFile(join(inside, file))
      await writeFile(join(inside, file), bytes.fill(0xa5, Math.floor(bytes.length / 2)))
    }
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({
      kind: 'upstream',
      message: expect.stringMatching(/is damaged.*backup/),
    })
  })
})

function draftOf(document: StoredDocument | undefined): StoredDocument {
  if (document === undefined) throw new Error('There is no such document.')
  return document
}

/** Leaves half of every table of LevelDB's. */
async function cutTables(inside: string): Promise<void> {
  const level = new ClassicLevel(inside)
  await level.open()
  await level.compactRange('', '\u{10ffff}')
  await level.close()
  for (const file of (await readdir(inside)).filter((name) => name.endsWith('.ldb'))) {
    const bytes = await readFile(join(inside, file))
    await writeFile(join(inside, file), bytes.subarray(0, Math.floor(bytes.length / 2)))
  }
}
