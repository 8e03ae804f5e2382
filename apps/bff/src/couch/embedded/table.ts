import { statfs } from 'node:fs/promises'
import type { BatchOperation, ClassicLevel } from 'classic-level'
import { AppError } from '#bff/errors/app-error.ts'
import type { Acknowledged } from './acknowledged.ts'
import { isCorruption } from './folder-errors.ts'
import { keys } from './keys.ts'
import { seal, sealOf, unseal } from './sealed-record.ts'
import { emptySummary, readSummary, type Summary } from './summary.ts'

export type Level = ClassicLevel<string, Buffer>
type Operation = BatchOperation<Level, string, Buffer>

/** Changes that wait are written together, at most so many of them: one wait for the disk serves them all. */
const mostTogether = 256
/**
 * A table is opened anew after a failed write once the disk has this much room (bytes): opening it writes out what is in
 * its logs, two of 4 MiB at most, and where there is no room for that it can neither be written nor read.
 */
const roomToOpen = 16 * 1024 * 1024

/** What a change of the table may read and write. It sees what it wrote itself, and all changes before it. */
export interface TableChange {
  get(key: string): Buffer | undefined
  put(key: string, value: Uint8Array): void
  remove(key: string): void
  /** A number greater than every one given out before. */
  nextSequence(): number
}

export interface Bounds {
  readonly gte: string
  readonly lt: string
  readonly reverse?: boolean
  readonly limit?: number
}

interface Waiting {
  /** Runs the work on top of the group; undefined where it threw. */
  apply(group: Draft): (() => void) | undefined
  reject(error: unknown): void
}

interface OpenedTable {
  readonly folder: string
  readonly level: Level
  readonly open: () => Promise<Level>
  readonly summary: Summary
  readonly acknowledged: Acknowledged
  /** What a read or a write that failed means, in words. */
  readonly toError: (error: unknown) => AppError
}

/**
 * One ordered table of sealed records on the disk.
 * - reads see what was acknowledged; a record that is not what was written is an `upstream` fault
 * - changes happen one after the other, each wholly or not at all, and are on the disk when they are acknowledged
 * - a write that fails leaves the table readable; the next one tries again as soon as there is room
 */
export type Table = ReturnType<typeof createTable>

export function createTable({ folder, level: opened, open, summary: first, acknowledged, toError }: OpenedTable) {
  let level: Promise<Level> = Promise.resolve(opened)
  let summary = first
  let waiting: Waiting[] = []
  let working: Promise<void> | undefined
  let fault: AppError | undefined
  let isClosed = false

  /** After a failed write LevelDB's log may end in half a record: nothing may be written behind it. */
  async function mend(): Promise<void> {
    if (fault === undefined) return
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < roomToOpen) throw fault
    level = reopened().catch((error: unknown) => {
      throw toError(error)
    })
    summary = await loadSummary(await level)
    fault = undefined
  }

  async function reopened(): Promise<Level> {
    await closeLevel()
    return open()
  }

  /** What is opened anew in the middle of it is asked again. */
  async function read<T>(look: (db: Level) => T | Promise<T>): Promise<T> {
    const db = await level
    try {
      return await look(db)
    } catch (error) {
      if (isClosed) throw closed()
      if (db !== (await level)) return read(look)
      throw toError(error)
    }
  }

  /** One that could not be opened need not be closed. */
  async function closeLevel(): Promise<void> {
    const last = await level.catch(() => undefined)
    await last?.close()
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostTogether)
      waiting = waiting.slice(mostTogether)
      await writeGroup(group).catch((error: unknown) => {
        fault ??= error instanceof AppError ? error : toError(error)
        for (const { reject } of group) reject(fault)
      })
    }
    working = undefined
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    await mend()
    const db = await level
    const draft = createDraft((key) => sealedAt(db, key), summary)
    const resolves = group.map((each) => each.apply(draft))
    const { operations, after } = draft.end()
    if (operations.length > 0) {
      await db.batch(operations, { sync: true })
      summary = after
      // It is on the disk, whether or not the file beside it can say so: that one may say less.
      await acknowledged.note(after.sequence).catch(() => undefined)
    }
    for (const resolve of resolves) resolve?.()
  }

  function change<T>(workOfOne: (change: TableChange) => T): Promise<T> {
    if (isClosed) return Promise.reject(closed())
    return new Promise((resolve, reject) => {
      waiting.push({
        reject,
        apply(group) {
          const part = group.begin()
          try {
            const result = workOfOne(part.change)
            part.keep()
            return () => resolve(result)
          } catch (error) {
            reject(isCorruption(error) ? toError(error) : error)
            return undefined
          }
        },
      })
      working ??= work()
    })
  }

  return {
    get: (key: string): Promise<Buffer | undefined> =>
      read((db) => {
        const sealed = sealedAt(db, key)
        return sealed && unseal(key, sealed)
      }),
    entries: (bounds: Bounds): Promise<[key: string, value: Buffer][]> =>
      read(async (db) => {
        const iterator = db.iterator(bounds)
        try {
          return (await iterator.all()).map(([key, sealed]) => [key, unseal(key, sealed)])
        } finally {
          await iterator.close()
        }
      }),
    /** Runs `work`, which must not wait for anything, and stores what it wrote. What it throws undoes it. */
    change,
    /** The last one that was stored, before anybody is told: as long as it is the same, so is all that can be read. */
    lastSequence: (): number => summary.sequence,
    /** Rejects while writes fail. */
    async check(): Promise<void> {
      if (isClosed) throw closed()
      if (fault !== undefined) await change((probe) => void probe.nextSequence())
      await read((db) => db.get(keys.summary))
    },
    /** Whether it was this call that closed it, with nothing gone wrong before. */
    async close(): Promise<boolean> {
      if (isClosed) return false
      isClosed = true
      await working
      await closeLevel()
      await acknowledged.close()
      return fault === undefined
    },
  }
}

/** The summary that a table holds; that of an empty one where there is none yet. */
export async function loadSummary(level: Level): Promise<Summary> {
  const sealed = await level.get(keys.summary)
  return (sealed && readSummary(JSON.parse(unseal(keys.summary, sealed).toString()))) ?? emptySummary
}

interface Draft {
  /** One change on top of those that were kept. */
  begin(): { readonly change: TableChange; keep(): void }
  end(): { operations: Operation[]; after: Summary }
}

function createDraft(stored: (key: string) => Buffer | undefined, before: Summary): Draft {
  const kept = new Map<string, Buffer | undefined>()
  let after = before
  const current = (key: string) => (kept.has(key) ? kept.get(key) : stored(key))

  return {
    begin() {
      const written = new Map<string, Buffer | undefined>()
      let own = after
      const sealedAt = (key: string) => (written.has(key) ? written.get(key) : current(key))
      const replace = (key: string, next: Buffer | undefined) => {
        const last = sealedAt(key)
        const records = own.records + Number(next !== undefined) - Number(last !== undefined)
        const seals = (own.seals ^ (last ? sealOf(last) : 0) ^ (next ? sealOf(next) : 0)) >>> 0
        own = { ...own, records, seals }
        written.set(key, next)
      }
      const change: TableChange = {
        get(key) {
          const sealed = sealedAt(key)
          return sealed && unseal(key, sealed)
        },
        put: (key, value) => replace(key, seal(key, value)),
        remove: (key) => replace(key, undefined),
        nextSequence() {
          own = { ...own, sequence: own.sequence + 1 }
          return own.sequence
        },
      }
      return {
        change,
        keep() {
          for (const [key, value] of written) kept.set(key, value)
          after = own
        },
      }
    },
    end() {
      if (after === before) return { operations: [], after }
      const operations = [...kept].map(
        ([key, value]): Operation => (value === undefined ? { type: 'del', key } : { type: 'put', key, value }),
      )
      operations.push({ type: 'put', key: keys.summary, value: seal(keys.summary, Buffer.from(JSON.stringify(after))) })
      return { operations, after }
    },
  }
}

function closed(): AppError {
  return new AppError('unavailable', 'The store is closed.')
}

/**
 * What lies at a key, as it is stored. The key goes in as bytes: as text the engine writes it into a buffer of its own,
 * and where that ends within a character of several bytes it looks for a shorter key.
 */
export function sealedAt(level: Level, key: string): Buffer | undefined {
  return level.getSync<Buffer, Buffer>(Buffer.from(key), { keyEncoding: 'buffer' })
}
