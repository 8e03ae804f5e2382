import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import leveldbAdapter from 'pouchdb-adapter-leveldb'
import PouchDB from 'pouchdb-core'
import { AppError } from '#bff/errors.ts'
import { isDatabaseName } from './database-name.ts'
import { createDatabasePool } from './database-pool.ts'
import { createDurableLeveldown } from './durable-leveldown.ts'
import { toFolderError } from './folder-errors.ts'
import { lockFolder } from './folder-lock.ts'
import { createPouchDatabase } from './pouch-database.ts'
import type { Store } from './store.ts'

const Pouch = PouchDB.plugin(leveldbAdapter)

/** Each open database holds four file descriptors. */
const OPEN_DATABASES = 64
/** A document's tree of revisions grows with each write and slows the next; nothing here replicates. */
const REVISIONS_KEPT = 20

/**
 * The store inside a folder: one LevelDB a database, every acknowledged write on the disk.
 * Throws `unavailable` when another process works on the folder, `upstream` when it cannot be used.
 */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  const databases = join(folder, 'databases')
  await mkdir(databases, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw toFolderError(error, folder)
  })
  const lock = await lockFolder(folder)
  const names = new Set((await readdir(databases)).flatMap(fromFolderName))
  const pool = createDatabasePool(OPEN_DATABASES, open)
  /** Databases that cannot be read: nothing they say counts any more. */
  const faults = new Map<string, AppError>()

  async function open(name: string): Promise<PouchDB> {
    const pouch = new Pouch(join(databases, toFolderName(name)), {
      adapter: 'leveldb',
      db: createDurableLeveldown((error) => faults.set(name, toFolderError(error, folder, name))),
      revs_limit: REVISIONS_KEPT,
      auto_compaction: true,
    })
    await pouch.info().catch((error: unknown) => {
      throw toFolderError(error, folder, name)
    })
    return pouch
  }

  /** Opening creates, so a database that `create` has not made must not get there. */
  async function use<T>(name: string, work: (database: PouchDB) => Promise<T>): Promise<T> {
    if (!names.has(name)) throw Object.assign(new Error('no such database'), { status: 404 })
    const [outcome] = await Promise.allSettled([pool.use(name, work)])
    const fault = faults.get(name)
    if (fault !== undefined) throw fault
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  return {
    kind: 'embedded',
    database: (name) => createPouchDatabase({ name, use: (work) => use(name, work) }),
    databases: async () => [...names].sort(),
    async create(name) {
      if (!isDatabaseName(name)) throw new AppError('invalid', `"${name}" cannot be the name of a database.`)
      await pool.use(name, (pouch) => pouch.info())
      names.add(name)
    },
    async destroy(name) {
      if (names.delete(name)) await pool.destroy(name)
      faults.delete(name)
    },
    ping: () => lock.check(),
    async close() {
      await pool.close()
      await lock.release()
    },
  }
}

function toFolderName(database: string): string {
  return encodeURIComponent(database)
}

/** Nothing for a folder that is no database, such as those an operating system leaves behind. */
function fromFolderName(folder: string): string[] {
  const name = folder.replaceAll(/%[0-7][0-9A-F]/g, decodeURIComponent)
  return isDatabaseName(name) && toFolderName(name) === folder ? [name] : []
}
