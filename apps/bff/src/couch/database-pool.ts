import type PouchDB from 'pouchdb-core'

interface Entry {
  readonly database: Promise<PouchDB>
  users: number
}

/** Runs work on one open database, which stays open for as long as the work takes. */
export type UseDatabase = <T>(work: (database: PouchDB) => Promise<T>) => Promise<T>

/** Open databases, most recently used last: at most `limit` of them idle or in use, more only while all are in use. */
export interface DatabasePool {
  use<T>(name: string, work: (database: PouchDB) => Promise<T>): Promise<T>
  /** Removes a database with everything in it. */
  destroy(name: string): Promise<void>
  close(): Promise<void>
}

/** A pool over `open`, which may reject; the next use then tries again. */
export function createDatabasePool(limit: number, open: (name: string) => Promise<PouchDB>): DatabasePool {
  const entries = new Map<string, Entry>()
  const closing = new Map<string, Promise<void>>()

  async function openWhenClosed(name: string): Promise<PouchDB> {
    await closing.get(name)
    return open(name)
  }

  function acquire(name: string): Entry {
    const entry = entries.get(name) ?? { database: openWhenClosed(name), users: 0 }
    entries.delete(name)
    entries.set(name, entry)
    entry.users += 1
    return entry
  }

  /** The same name opens again only after its end: a database cannot be open twice. */
  function end(name: string, entry: Entry, how: (database: PouchDB) => Promise<unknown>): Promise<void> {
    entries.delete(name)
    const done = entry.database.then(how).then(() => undefined)
    const settled = done.catch(() => undefined).finally(() => closing.delete(name))
    closing.set(name, settled)
    return done
  }

  function closeIdle(): void {
    for (const [name, entry] of entries) {
      if (entries.size <= limit) return
      if (entry.users === 0) end(name, entry, (database) => database.close()).catch(() => undefined)
    }
  }

  return {
    async use(name, work) {
      const entry = acquire(name)
      try {
        const database = await entry.database.catch((error: unknown) => {
          if (entries.get(name) === entry) entries.delete(name)
          throw error
        })
        return await work(database)
      } finally {
        entry.users -= 1
        closeIdle()
      }
    },
    destroy: (name) => end(name, entries.get(name) ?? acquire(name), (database) => database.destroy()),
    async close() {
      const ends = [...entries].map(([name, entry]) => end(name, entry, (database) => database.close()))
      await Promise.allSettled([...ends, ...closing.values()])
    },
  }
}
