import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { AppError } from '#bff/errors/app-error.ts'
import { createInTurn } from '#bff/scheduling/in-turn.ts'
import { isDatabaseName } from '../names.ts'
import type { Store } from '../store.ts'
import { openAcknowledged } from './acknowledged.ts'
import { closingRecord } from './closing-record.ts'
import { convertOlderFolder } from './convert-older-folder.ts'
import { createEmbeddedDatabase } from './embedded-database.ts'
import { damagedFolder, obstacleOf, toFolderError } from './folder-errors.ts'
import { inspectApart, mendApart } from './inspect-apart.ts'
import { databaseKeys, databaseOf, keys, keysOf } from './keys.ts'
import { databaseToBytes } from './stored-record.ts'
import { createTable, type Level, loadSummary, type Table } from './table.ts'
import { writeTogether } from './write-together.ts'

/** Removing a database goes on in steps, so that others are served. */
const removedAtOnce = 1000

interface Options {
  /** Goes on with what is left of a damaged folder, and is told what is lost as far as it is known. */
  readonly onLoss?: ((lost: readonly string[]) => void) | undefined
}

/**
 * The store inside a folder: one table for all databases, every acknowledged write on the disk.
 * - a folder of the older engine is converted first, once; what it held stays where it is
 * - a table whose files are not as they were closed, or that nobody closed, is read whole before it is used
 * Throws `unavailable` when another process works on the folder, `upstream` when it cannot be used or is damaged.
 */
export async function openEmbeddedStore(folder: string, { onLoss }: Options = {}): Promise<Store> {
  const path = join(folder, 'store')
  const toError = (error: unknown) => toFolderError(error, folder)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await convertOlderFolder(folder, path)
    const acknowledged = await openAcknowledged(folder)
    const closing = closingRecord(folder, path)
    // Made from an older folder or a backup, a table is there before anything of it is acknowledged.
    const isNew = acknowledged.last === undefined && !(await holdsTable(path))
    try {
      if (!isNew) await requireSound(folder, path, acknowledged.last ?? 0, onLoss)
      const level = await openLevel(path, isNew)
      await closing.remove()
      const summary = await loadSummary(level)
      if (acknowledged.last === undefined) await acknowledged.note(summary.sequence)
      const open = () => openLevel(path, false)
      return storeOver(createTable({ folder, level, open, summary, acknowledged, toError }), closing.write)
    } catch (error) {
      await acknowledged.close()
      throw error
    }
  } catch (error) {
    throw toError(error)
  }
}

/** Whether there is more than a process leaves that was killed as it made the table. */
async function holdsTable(path: string): Promise<boolean> {
  const names = await readdir(path).catch(() => [])
  return names.some((name) => name === 'CURRENT' || name.endsWith('.ldb'))
}

/** Throws in words for a damaged table, or puts what is left of it in its place. */
async function requireSound(folder: string, path: string, acknowledged: number, onLoss: Options['onLoss']) {
  const changed = await closingRecord(folder, path).changed()
  if (changed?.length === 0) return
  const found = await inspectApart({ path, acknowledged })
  const damage = found ?? (changed === undefined ? undefined : `${changed.join(', ')} changed while it was closed.`)
  if (damage === undefined) return
  if (onLoss === undefined) throw damagedFolder(folder, damage)
  const mended = `${path}.mended`
  await rm(mended, { recursive: true, force: true })
  const lost = await mendApart({ path, acknowledged, mended }).catch((error: unknown) => {
    if (obstacleOf(error) !== undefined) throw error
    throw new AppError('upstream', `Nothing of the data folder ${folder} can be read: restore it from a backup.`, {
      cause: error,
    })
  })
  await rename(path, `${path}.damaged-${acknowledged}`)
  await rename(mended, path)
  onLoss(lost)
}

function storeOver(table: Table, onClosed: () => Promise<void>): Store {
  const inTurn = createInTurn()
  return {
    kind: 'embedded',
    database: (name) => createEmbeddedDatabase(name, table),
    databases: async () => (await table.entries(databaseKeys)).map(([key]) => databaseOf(key)),
    async create(name) {
      if (!isDatabaseName(name)) throw new AppError('invalid', `"${name}" cannot be the name of a database.`)
      await inTurn(name, async () => {
        if ((await table.get(keys.database(name))) !== undefined) return
        // A removal that was cut off may have left something behind.
        await removeContents(table, name)
        await table.change((change) => change.put(keys.database(name), databaseToBytes(change.nextSequence())))
      })
    },
    async destroy(name) {
      await inTurn(name, async () => {
        if ((await table.get(keys.database(name))) === undefined) return
        // Writes are refused from here on.
        await table.change((change) => {
          change.nextSequence()
          change.remove(keys.database(name))
        })
        await removeContents(table, name)
      })
    },
    writeTogether: (writes) => writeTogether(table, writes),
    ping: () => table.check(),
    async close() {
      if (await table.close()) await onClosed()
    },
  }
}

async function removeContents(table: Table, database: string): Promise<void> {
  for (const kind of ['d', 's', 'a'] as const) {
    for (;;) {
      const found = await table.entries({ ...keysOf(kind, database), limit: removedAtOnce })
      if (found.length === 0) break
      await table.change((change) => {
        change.nextSequence()
        for (const [key] of found) change.remove(key)
      })
    }
  }
}

async function openLevel(path: string, isNew: boolean): Promise<Level> {
  const level: Level = new ClassicLevel(path, {
    keyEncoding: 'utf8',
    valueEncoding: 'buffer',
    createIfMissing: isNew,
  })
  await level.open()
  return level
}
