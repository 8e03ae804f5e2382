import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toConfig } from '#bff/config/config.ts'
import { readEnv } from '#bff/config/env.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store, WholeDocument } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { BackupCounts } from '../backup/backup-line.ts'
import { namesIn } from '../backup/names-in.ts'
import { checkBackup, readBackup } from '../backup/read-backup.ts'
import { type Command, inWords, UsageError } from './command.ts'

/** Documents are stored together until there are so many of them, or so many bytes of attachments. */
const documentsTogether = 200
const bytesTogether = 1_000_000

/** Where a folder's store is made before it is whole. */
const unfinished = 'restoring'
/** A restore that was killed leaves the first, and a volume of its own brings the other. */
const nothing = [unfinished, 'lost+found']

/** Puts a backup into the store in the environment, which must hold nothing of it yet. */
export const restore: Command = {
  usage: 'restore <file>   (into STRATA_COUCHDB_URL or STRATA_DATA_DIR)',
  async run(args, environment) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('It takes one file.')
    const { couchdbUrl, dataDir } = toConfig(readEnv(environment).env)
    const counts = couchdbUrl === undefined ? await restoreToFolder(file, dataDir) : await intoCouchDb(file, couchdbUrl)
    return `Restored ${inWords(counts)}. Their revisions begin anew; what was signed in before still is.`
  },
}

async function intoCouchDb(file: string, url: string) {
  const store = createCouchDbStore(url)
  try {
    return await restoreToCouchDb(file, store)
  } finally {
    await store.close()
  }
}

/**
 * Puts a backup into a data folder that is empty or not there. Gives what it held.
 * - it is made in a folder of its own inside, and moved to its place when it is whole: the data folder may be a volume
 * Throws `invalid` for a folder that holds something, and as `checkBackup`.
 */
async function restoreToFolder(file: string, folder: string): Promise<BackupCounts> {
  const { names: _, ...counts } = await checkBackup(file)
  if ((await namesIn(folder)).some((name) => !nothing.includes(name))) {
    throw notEmpty(`The data folder ${folder} is not empty`, 'move it away, or choose another with STRATA_DATA_DIR')
  }
  const made = join(folder, unfinished)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(made, { recursive: true, force: true })
  try {
    const store = await openEmbeddedStore(made)
    try {
      await fill(store, file)
    } finally {
      await store.close()
    }
    // The store first: it is whole without what lies beside it, which without the store would say that it is lost.
    const parts = (await readdir(made)).sort((a, b) => Number(b === 'store') - Number(a === 'store'))
    for (const part of parts) await rename(join(made, part), join(folder, part))
  } finally {
    await rm(made, { recursive: true, force: true })
  }
  return counts
}

/**
 * Puts a backup into a CouchDB that has none of its databases. Gives what it held.
 * Throws `invalid` where it has one, and as `checkBackup`.
 */
async function restoreToCouchDb(file: string, store: Store): Promise<BackupCounts> {
  const { names, ...counts } = await checkBackup(file)
  const there = new Set(await store.databases())
  const taken = names.find((name) => there.has(name))
  if (taken !== undefined) {
    throw notEmpty(`This CouchDB has a database "${taken}" already`, 'take one that has none of the databases in it')
  }
  await fill(store, file).catch((error: unknown) => {
    const why = error instanceof AppError ? error.message : String(error)
    const advice = 'Remove the databases that it made there, then try again.'
    throw new AppError('upstream', `The backup was restored only in part: ${why} ${advice}`, { cause: error })
  })
  return counts
}

async function fill(store: Store, file: string): Promise<void> {
  let name = ''
  let documents: WholeDocument[] = []
  let bytes = 0
  const flush = async () => {
    if (documents.length > 0) await store.database(name).fill(documents)
    documents = []
    bytes = 0
  }
  for await (const entry of readBackup(file)) {
    if (entry.is === 'database') {
      await flush()
      name = entry.name
      await store.create(name)
      continue
    }
    documents.push(entry.document)
    bytes += entry.document.attachments.reduce((sum, each) => sum + each.bytes.length, 0)
    if (documents.length >= documentsTogether || bytes >= bytesTogether) await flush()
  }
  await flush()
}

function notEmpty(what: string, advice: string): AppError {
  return new AppError('invalid', `${what}, and a backup is restored over nothing: ${advice}.`)
}
