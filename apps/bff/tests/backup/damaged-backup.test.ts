import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from '#bff/commands/backup.ts'
import { restore } from '#bff/commands/restore.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { temporaryFolder } from '../_stores.ts'

describe('a file that is no whole backup', () => {
  let folder: string
  let good: Buffer
  let lines: string[]

  beforeAll(async () => {
    folder = await temporaryFolder()
    const data = join(folder, 'data')
    const store = await openEmbeddedStore(data)
    await store.create('a')
    const attachments = [{ name: 'f', type: 't', bytes: Buffer.from('bytes') }]
    const draft = (n: number) => ({ id: `x${n}`, fields: { text: `${n}`.repeat(n) }, private: {}, attachments })
    await store.database('a').fill(Array.from({ length: 50 }, (_, n) => draft(n)))
    await store.close()
    await backup.run([join(folder, 'good')], { STRATA_DATA_DIR: data })
    good = await readFile(join(folder, 'good'))
    lines = gunzipSync(good).toString().trimEnd().split('\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** What a restore of these bytes says; nothing may be made by it. */
  async function refusal(bytes: Buffer | string): Promise<string> {
    const file = join(folder, 'bad')
    await writeFile(file, bytes)
    const target = join(await mkdtemp(join(folder, 'target-')), 'data')
    const error = await restore.run([file], { STRATA_DATA_DIR: target }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(existsSync(target)).toBe(false)
    return error instanceof AppError ? error.message : ''
  }
  function unpacked(bytes: Buffer): Buffer | undefined {
    try {
      return gunzipSync(bytes)
    } catch {
      return undefined
    }
  }
  const zipped = (parts: readonly string[]) => gzipSync(parts.map((part) => `${part}\n`).join(''))

  it('is refused when it was cut anywhere', async () => {
    for (const part of [0, 0.001, 0.1, 0.5, 0.9, 0.999]) {
      expect(await refusal(good.subarray(0, Math.floor(good.length * part)))).toMatch(/is not whole|no backup/)
    }
  })

  it('is refused when a byte of it was changed', async () => {
    const spread = Array.from({ length: 40 }, (_, n) => 12 + Math.floor((n * (good.length - 12)) / 40))
    const last = Array.from({ length: 16 }, (_, n) => good.length - 16 + n)
    for (const at of [...spread, ...last]) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      // Compressed bytes end in a few bits that nobody reads: what unpacks to the same is not damaged.
      if (unpacked(bytes)?.equals(gunzipSync(good))) continue
      expect(await refusal(bytes), `byte ${at}`).toMatch(/is damaged|is not whole|no backup/)
    }
  })

  for (const { note, change, says } of [
    { note: 'without its end', change: (all: string[]) => all.slice(0, -1), says: 'is not whole' },
    { note: 'without one of its documents', change: (all: string[]) => all.toSpliced(5, 1), says: 'is damaged' },
    { note: 'with a document twice', change: (all: string[]) => all.toSpliced(5, 0, all[5] ?? ''), says: 'is damaged' },
    {
      note: 'with another content',
      change: (all: string[]) => all.map((line) => line.replace('"333"', '"334"')),
      says: 'is damaged',
    },
    { note: 'with a line of something else', change: (all: string[]) => all.toSpliced(5, 0, '[]'), says: 'is damaged' },
    { note: 'with something behind its end', change: (all: string[]) => [...all, '{}'], says: 'is damaged' },
    { note: 'without its head', change: (all: string[]) => all.slice(1), says: 'no backup' },
    {
      note: 'of another format',
      change: (all: string[]) => ['{"format":"strata-backup-9"}', ...all],
      says: 'no backup',
    },
  ]) {
    it(`is refused ${note}`, async () => {
      expect(change(lines)).not.toEqual(lines)
      expect(await refusal(zipped(change(lines)))).toContain(says)
    })
  }

  const document = { id: 'x', fields: {}, private: {}, attachments: [] }
  for (const { note, forged } of [
    { note: 'a database that CouchDB acts on', forged: [{ database: '_replicator' }, document] },
    { note: 'a path for a database', forged: [{ database: '../../a' }, document] },
    { note: 'a document of CouchDB itself', forged: [{ database: 'a' }, { ...document, id: '_design/x' }] },
    { note: 'half a character for an id', forged: [{ database: 'a' }, { ...document, id: '\ud800' }] },
    { note: 'a private field among the public', forged: [{ database: 'a' }, { ...document, fields: { pvt_type: 1 } }] },
    { note: 'a field of CouchDB', forged: [{ database: 'a' }, { ...document, fields: { _deleted: true } }] },
  ]) {
    it(`is refused with ${note}, though it sums up`, async () => {
      const body = [lines[0], ...forged.map((line) => JSON.stringify(line))]
      const checksum = createHash('sha256')
        .update(body.map((line) => `${line}\n`).join(''))
        .digest('hex')
      const end = JSON.stringify({ databases: 1, documents: 1, attachments: 0, checksum })
      expect(await refusal(zipped([...body.map(String), end]))).toContain('is damaged')
    })
  }

  it('is refused when it is something else altogether', async () => {
    for (const bytes of ['a text', gzipSync('a text'), gzipSync('')]) {
      expect(await refusal(bytes)).toContain('is no backup that this version of Strata can read')
    }
  })

  it('is refused where there is none', async () => {
    await expect(restore.run([join(folder, 'none')], { STRATA_DATA_DIR: join(folder, 'target') })).rejects.toThrow(
      `There is no file ${join(folder, 'none')}.`,
    )
  })

  it('is not saved when it breaks off on its way, and what was saved before stays', async () => {
    for (const isAnnounced of [true, false]) {
      const server = createServer((_request, response) => {
        const length = isAnnounced ? { 'Content-Length': good.length } : {}
        response.writeHead(200, { 'Content-Type': 'application/gzip', ...length })
        response.write(good.subarray(0, good.length / 2))
        setTimeout(() => (isAnnounced ? response.destroy() : response.end()), 20)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const file = join(folder, 'kept')
      await writeFile(file, 'of yesterday')
      await expect(backup.run([file, '--server', url, '--token', 'T'], {})).rejects.toThrow(/Nothing was saved/)
      expect(await readFile(file, 'utf8')).toBe('of yesterday')
      expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([])
      server.close()
      server.closeAllConnections()
    }
  })
})
