import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { proofTimeout, roundsOf } from '../../../../scripts/rounds.ts'
import { temporaryFolder } from '../_stores.ts'

const documents = 60
const flips = roundsOf('apps/bff/tests/store/damaged-folder.test.ts')
const draft = (number: number) => ({
  id: `document-${number}`,
  fields: { number, text: `${number}-`.repeat(40) },
  private: { type: 'test' },
})

/** What the store says of every document: its number, or how it failed. */
async function readAll(folder: string, options = {}): Promise<{ read: unknown[]; lost: readonly string[] }> {
  let lost: readonly string[] = []
  const store = await openEmbeddedStore(folder, { onLoss: (names) => (lost = names), ...options })
  try {
    const numbers = Array.from({ length: documents }, (_, number) => `document-${number}`)
    const found = await store.database('damaged').getMany(numbers)
    return { read: found.map((each) => each?.fields.number), lost }
  } finally {
    await store.close()
  }
}

const whole = Array.from({ length: documents }, (_, number) => number)

describe('a damaged data folder', () => {
  let made: string
  let folder: string

  beforeAll(async () => {
    made = await temporaryFolder()
    // Closed in between, so that there are both tables and a log.
    for (const part of [whole.slice(0, 30), whole.slice(30, 45), whole.slice(45)]) {
      const store = await openEmbeddedStore(made)
      await store.create('damaged')
      for (const number of part) await store.database('damaged').put(draft(number))
      await store.close()
    }
  })
  afterAll(() => rm(made, { recursive: true }))
  beforeEach(async () => {
    folder = await temporaryFolder()
    await cp(made, folder, { recursive: true })
    return () => rm(folder, { recursive: true, force: true })
  })

  const tableFiles = async () => {
    const files = (await readdir(join(folder, 'store'))).filter((name) => /\.(ldb|log)$|^(CURRENT|MANIFEST)/.test(name))
    return files.sort().map((name) => join(folder, 'store', name))
  }

  const refusal = async () =>
    openEmbeddedStore(folder).then(
      async (store) => {
        await store.close()
        return undefined
      },
      (error: unknown) => error,
    )

  it('is as it was when nothing happened to it', async () => {
    expect(await readAll(folder)).toEqual({ read: whole, lost: [] })
  })

  /** A flip may hit what nobody reads, such as a file's padding: then everything is there. It is never served short. */
  it(
    'is never served short, wherever a byte was flipped',
    async () => {
      const files = await Promise.all((await tableFiles()).map(async (path) => ({ path, bytes: await readFile(path) })))
      const places = files.flatMap((file, index) =>
        file.bytes.length > 0 ? [{ index, length: file.bytes.length }] : [],
      )
      const flip = fc.oneof(
        ...places.map(({ index, length }) =>
          fc.tuple(fc.constant(index), fc.nat(length - 1), fc.integer({ min: 1, max: 255 })),
        ),
      )
      let refused = 0
      await fc.assert(
        fc.asyncProperty(flip, async ([index, at, mask]) => {
          const file = files[index]
          if (file === undefined) throw new Error('no such file')
          await rm(folder, { recursive: true })
          await cp(made, folder, { recursive: true })
          const bytes = Buffer.from(file.bytes)
          bytes[at] = (bytes[at] ?? 0) ^ mask
          await writeFile(file.path, bytes)
          const error = await refusal()
          if (error === undefined) {
            expect((await readAll(folder)).read).toEqual(whole)
            return
          }
          refused += 1
          expect(error).toBeInstanceOf(AppError)
          expect(error).toMatchObject({ kind: 'upstream', message: expect.stringContaining('--accept-loss') })
        }),
        { numRuns: flips, endOnFailure: true },
      )
      expect(refused).toBeGreaterThan(flips / 4)
    },
    proofTimeout,
  )

  for (const part of [0, 0.5, 0.99]) {
    it(`is refused when a file was cut to ${part * 100} % of itself`, async () => {
      for (const path of await tableFiles()) {
        const { length } = await readFile(path)
        if (length === 0) continue
        await truncate(path, Math.floor(length * part))
        expect(await refusal(), path).toMatchObject({ kind: 'upstream' })
        await cp(made, folder, { recursive: true })
      }
    })
  }

  it('is refused when one of its files is missing, and when all are', async () => {
    for (const path of await tableFiles()) {
      if ((await readFile(path)).length === 0) continue
      await rm(path)
      expect(await refusal(), path).toMatchObject({ kind: 'upstream' })
      await rm(folder, { recursive: true })
      await cp(made, folder, { recursive: true })
    }
    await rm(join(folder, 'store'), { recursive: true })
    expect(await refusal()).toMatchObject({ kind: 'upstream', message: expect.stringContaining('--accept-loss') })
  })

  it('goes on with what is left where loss is accepted, and is sound from then on', async () => {
    const log = (await tableFiles()).find((path) => path.endsWith('.log')) ?? ''
    const bytes = await readFile(log)
    await writeFile(log, bytes.fill(0xa5, Math.floor(bytes.length / 3)))
    expect(await refusal()).toMatchObject({ kind: 'upstream' })
    const { read } = await readAll(folder)
    expect(read.filter((number) => number !== undefined).length).toBeGreaterThanOrEqual(45)
    expect(read.filter((number) => number !== undefined)).toEqual(whole.filter((number) => read[number] === number))
    expect(await refusal()).toBeUndefined()
  })

  it('names the documents that are lost, where it can', async () => {
    const table = (await tableFiles()).find((path) => path.endsWith('.ldb')) ?? ''
    const bytes = await readFile(table)
    // Bytes of a document's text are changed to others of the same length.
    const at = bytes.indexOf('7-7-7-7-')
    if (at === -1) return
    bytes.write('8-8-', at)
    await writeFile(table, bytes)
    expect(await refusal()).toMatchObject({ message: expect.stringContaining('damaged/document-') })
  })

  /** The table itself, beside the store. */
  const level = async (change: (level: ClassicLevel<string, Buffer>) => Promise<void>) => {
    const opened = new ClassicLevel<string, Buffer>(join(folder, 'store'), { valueEncoding: 'buffer' })
    await change(opened)
    await opened.close()
  }

  for (const { note, spoil } of [
    { note: 'is gone', spoil: () => level((opened) => opened.del('b/damaged')) },
    { note: 'is another', spoil: () => level((opened) => opened.put('b/damaged', Buffer.from('something else'))) },
  ]) {
    it(`keeps the documents of a database whose own record ${note}, whoever makes that database anew`, async () => {
      await spoil()
      expect(await refusal()).toMatchObject({ kind: 'upstream' })
      const store = await openEmbeddedStore(folder, { onLoss: () => undefined })
      await store.create('damaged')
      expect(await store.databases()).toEqual(['damaged'])
      const { changes, isWhole } = await store.database('damaged').changes(undefined)
      expect([changes.length, isWhole]).toEqual([documents, true])
      await store.close()
      expect(await readAll(folder)).toEqual({ read: whole, lost: [] })
    })
  }

  it('goes on where loss is accepted, however long the list of what is lost', async () => {
    const long = await openEmbeddedStore(folder)
    const ids = Array.from({ length: 5000 }, (_, number) => `${number}-`.padEnd(250, 'x'))
    await long.create('long')
    await long.database('long').bulk(ids.map((id) => ({ id, fields: {}, private: {} })))
    await long.close()
    await level((opened) => opened.clear({ gte: 'd/long', lt: 'd/lonh' }))
    expect((await readAll(folder)).lost).toHaveLength(ids.length)
    expect(await refusal()).toBeUndefined()
  })

  for (const said of ['', 'nothing that counts', undefined]) {
    it(`is noticed, and mended for good, where the file beside the table ${said === undefined ? 'is gone' : `says "${said}"`}`, async () => {
      await level((opened) => opened.put('d/damaged\0document-7', Buffer.from('something else')))
      if (said === undefined) await rm(join(folder, 'acknowledged'))
      else await writeFile(join(folder, 'acknowledged'), said)
      expect(await refusal()).toMatchObject({ kind: 'upstream' })
      expect((await readAll(folder)).lost).toEqual(['damaged/document-7'])
      // As after a process that was killed: everything is read at the start.
      await rm(join(folder, 'closed'))
      expect(await refusal()).toBeUndefined()
    })
  }

  it('is none where a process was killed just as it had opened the table', async () => {
    await level(async (opened) => opened.open())
    expect(await refusal()).toBeUndefined()
    expect(await readAll(folder)).toEqual({ read: whole, lost: [] })
  })

  it('does not take an emptied folder for a new one', async () => {
    await rm(join(folder, 'store'), { recursive: true })
    await mkdir(join(folder, 'store'))
    expect(await refusal()).toMatchObject({ kind: 'upstream' })
  })
})
