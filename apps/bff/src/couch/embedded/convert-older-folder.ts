import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { access, cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { ClassicLevel } from 'classic-level'
import { AppError } from '#bff/errors/app-error.ts'
import { isDatabaseName } from '../names.ts'
import { fromWire } from '../wire-document.ts'
import { obstacleOf, toFolderError } from './folder-errors.ts'
import { keys } from './keys.ts'
import { databaseToBytes, toBytes } from './stored-record.ts'
import { emptySummary } from './summary.ts'
import { createTable, type Level, type Table, type TableChange } from './table.ts'

const atOnce = 500
const advice = 'Restore the data folder from a backup.'

/**
 * Brings what an older version kept, one LevelDB a database under `databases/`, into a table at `path`, once.
 * - nothing in `databases/` is touched; copies of it are read
 * - the table is made beside its place and moved there when it is whole: a start that was cut short begins anew
 * - revisions, tombstones and attachments stay; of conflicting revisions the one that counted
 */
export async function convertOlderFolder(folder: string, path: string): Promise<void> {
  const older = join(folder, 'databases')
  const isNeeded = (await exists(older)) && !(await exists(path)) && !(await exists(join(folder, 'acknowledged')))
  if (!isNeeded) return
  const lock = new ClassicLevel(join(folder, 'lock'))
  await lock.open()
  const made = `${path}.new`
  const copies = `${path}.older`
  try {
    await rm(made, { recursive: true, force: true })
    await rm(copies, { recursive: true, force: true })
    await mkdir(copies, { mode: 0o700 })
    await fill(made, older, copies)
    await rename(made, path)
  } finally {
    await rm(copies, { recursive: true, force: true })
    await lock.close()
  }
}

async function fill(made: string, older: string, copies: string): Promise<void> {
  const open = async () => {
    const level: Level = new ClassicLevel(made, { keyEncoding: 'utf8', valueEncoding: 'buffer' })
    await level.open()
    return level
  }
  const table = createTable({
    folder: copies,
    level: await open(),
    open,
    summary: emptySummary,
    acknowledged: { last: undefined, note: async () => undefined, close: async () => undefined },
    toError: (error) => toFolderError(error, older),
  })
  try {
    for (const name of (await readdir(older, { withFileTypes: true })).flatMap(databaseName)) {
      const copy = join(copies, 'database')
      await cp(join(older, encodeURIComponent(name)), copy, { recursive: true })
      await takeOver(table, name, copy).catch((error: unknown) => {
        // LevelDB would name the copy, of which nobody knows.
        if (error instanceof AppError) throw error
        throw obstacleOf(error) === undefined ? damaged(name, error) : toFolderError(error, older)
      })
      await rm(copy, { recursive: true })
    }
  } finally {
    await table.close()
  }
}

/** Closes the copy in any case: LevelDB goes on writing beside whoever removes it. */
async function takeOver(table: Table, name: string, copy: string): Promise<void> {
  const level: Level = new ClassicLevel(copy, { keyEncoding: 'utf8', valueEncoding: 'buffer', createIfMissing: false })
  await level.open()
  try {
    await table.change((change) => change.put(keys.database(name), databaseToBytes(change.nextSequence())))
    let found = 0
    for await (const documents of inGroups(olderDocuments(level, name))) {
      found += documents.filter(({ wire }) => wire._deleted !== true).length
      await table.change((change) => {
        for (const document of documents) add(change, name, document)
      })
    }
    await requireAll(level, name, found)
  } finally {
    await level.close()
  }
}

/** LevelDB leaves out what it cannot read. The older engine kept count. */
async function requireAll(level: Level, name: string, found: number): Promise<void> {
  const count = await level.get(`${sublevel('meta-store').gte}_local_doc_count`)
  if (count === undefined || Number(count.toString()) !== found) throw damaged(name)
}

function damaged(name: string, cause?: unknown): AppError {
  const what = 'not all of its documents can be read'
  return new AppError('upstream', `The older database "${name}" is damaged: ${what}. ${advice}`, { cause })
}

interface OlderDocument {
  readonly wire: JsonObject & { _id: string; _rev: string }
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[]
}

/** The documents and tombstones of a database, in the order of their latest changes. */
async function* olderDocuments(level: Level, database: string): AsyncGenerator<OlderDocument> {
  const parsed = (value: Buffer) => toObject(value, database)
  for await (const [key, value] of level.iterator(sublevel('by-sequence'))) {
    const body = parsed(value)
    const { _id: id, _rev: revision, _attachments: stubs } = body
    if (typeof id !== 'string' || typeof revision !== 'string' || id.startsWith('_')) continue
    const about = await level.get(`${sublevel('document-store').gte}${id}`)
    if (about === undefined || parsed(about).winningRev !== revision || !isLatest(parsed(about), key)) continue
    const attachments = []
    for (const [name, stub] of Object.entries(isJsonObject(stubs) ? stubs : {})) {
      const digest = isJsonObject(stub) ? stub.digest : undefined
      // The older engine kept no bytes of an empty one.
      const bytes = (await level.get(`${sublevel('attach-binary-store').gte}${String(digest)}`)) ?? Buffer.alloc(0)
      if (digest !== `md5-${createHash('md5').update(bytes).digest('base64')}`) throw damaged(database)
      attachments.push({ name, bytes })
    }
    yield { wire: { ...body, _id: id, _rev: revision }, attachments }
  }
}

function add(change: TableChange, database: string, { wire, attachments }: OlderDocument): void {
  const { id, revision, fields, private: hidden } = fromWire(wire)
  const sequence = change.nextSequence()
  for (const { name, bytes } of attachments) change.put(keys.attachment(database, id, name), bytes)
  change.put(keys.change(database, sequence), Buffer.from(id))
  const names = attachments.map(({ name }) => name)
  const isRemoved = wire._deleted === true
  change.put(
    keys.document(database, id),
    toBytes({ revision, sequence, isRemoved, fields, private: hidden, attachments: names }),
  )
}

/** A revision may have been stored more than once; its latest place counts. */
function isLatest(about: JsonObject, key: string): boolean {
  const places = about.rev_map
  const revision = about.winningRev
  if (!isJsonObject(places) || typeof revision !== 'string') return true
  return Number(places[revision]) === Number(key.slice(key.lastIndexOf('ÿ') + 1))
}

function sublevel(name: string): { gte: string; lt: string } {
  return { gte: `\u00ff${name}\u00ff`, lt: `\u00ff${name}\u0100` }
}

async function* inGroups<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length < atOnce) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Nothing for what is no database, such as the files and folders that an operating system leaves behind. */
function databaseName(entry: Dirent): string[] {
  if (!entry.isDirectory()) return []
  const folder = entry.name
  const name = folder.replaceAll(/%[0-7][0-9A-F]/g, decodeURIComponent)
  return isDatabaseName(name) && encodeURIComponent(name) === folder ? [name] : []
}

/** What is no JSON is not quoted: there may be secrets in it. */
function toObject(value: Buffer, database: string): JsonObject {
  try {
    const read: JsonValue = JSON.parse(value.toString())
    return isJsonObject(read) ? read : {}
  } catch {
    throw damaged(database)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
