import type PouchDB from 'pouchdb-core'
import { AppError } from '#bff/errors.ts'

interface Entry {
  readonly database: Promise<PouchDB>
  readonly running: Set<Promise<unknown>>
}

/** Runs work on one open database, which stays open for as long as the work takes. */
export type UseDatabase = <T>(work: (database: PouchDB) => Promise<T>) => Promise<T>

/** Open databases, most recently used last: at most `limit` of them, more only while all are in use. */
export interface DatabasePool {
  use<T>(name: string, work: (database: PouchDB) => Promise<T>): Promise<T>
  /** Removes a database with everything in it. */
  destroy(name: string): Promise<void>
  /** Closes every database once the work on it is done. Work that comes later is refused. */
  close(): Promise<void>
}

/** A pool over `open`, which may reject; the next use then tries again. */
export function createDatabasePool(limit: number, open: (name: string) => Promise<PouchDB>): DatabasePool {
  const entries = new Map<string, Entry>()
  const ending = new Map<string, Promise<unknown>>()
  let isClosed = false

  /** A database cannot be open twice, so the same name opens again only after its end. */
  async function openAfterEnd(name: string): Promise<PouchDB> {
    await ending.get(name)
    return open(name)
  }

  function acquire(name: string): Entry {
    if (isClosed) throw new AppError('unavailable', 'The store is closed.')
    const entry = entries.get(name) ?? { database: openAfterEnd(name), running: new Set() }
    entries.delete(name)
    entries.set(name, entry)
    return entry
  }

  /** LevelDB crashes the process when it is asked after its end, so running work finishes first. */
  async function end(name: string, entry: Entry, how: (database: PouchDB) => Promise<unknown>): Promise<void> {
    entries.delete(name)
    const ended = Promise.allSettled(entry.running).then(async () => how(await entry.database))
    const settled = ended.catch(() => undefined).then(() => ending.delete(name))
    ending.set(name, settled)
    await ended
  }

  function closeIdle(): void {
    for (const [name, entry] of entries) {
      if (entries.size <= limit) return
      if (entry.running.size === 0) end(name, entry, (database) => database.close()).catch(() => undefined)
    }
  }

  return {
    async use(name, work) {
      const entry = acquire(name)
      const running = entry.database.then(work)
      entry.running.add(running)
      entry.database.catch(() => entries.get(name) === entry && entries.delete(name))
      try {
        return await running
      } finally {
        entry.running.delete(running)
        closeIdle()
      }
    },
    destroy: async (name) => end(name, acquire(name), (database) => database.destroy()),
    async close() {
      isClosed = true
      const ends = [...entries].map(([name, entry]) => end(name, entry, (database) => database.close()))
      await Promise.allSettled([...ends, ...ending.values()])
    },
  }
}
