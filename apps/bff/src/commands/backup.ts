import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { isJsonObject, type JsonValue } from '@strata/json'
import { makeBackup } from '#bff/backup/make-backup.ts'
import { namesIn } from '#bff/backup/names-in.ts'
import { type Config, toConfig } from '#bff/config/config.ts'
import { readEnv } from '#bff/config/env.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { BackupCounts } from '../backup/backup-line.ts'
import { checkBackup } from '../backup/read-backup.ts'
import { type Command, type Environment, inWords, UsageError } from './command.ts'

/** Saves everything that a store holds, of a running server or of the store in the environment. */
export const backup: Command = {
  usage: 'backup <file> [--server URL --token T]   (the token may be in STRATA_TOKEN instead)',
  async run(args, environment) {
    const { file, server, token } = parse(args, environment)
    const counts =
      server === undefined
        ? await backupOfStore(file, toConfig(readEnv(environment).env))
        : await saveBackup(file, () => fetchBackup(server, token))
    return `Saved ${inWords(counts)} in ${file}. It holds every secret of the store: keep it as such.`
  },
}

function parse(args: string[], { STRATA_TOKEN }: Environment) {
  const options = { server: { type: 'string' }, token: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError('It takes one file.')
  const { server, token = STRATA_TOKEN } = values
  if (server === undefined && values.token !== undefined) throw new UsageError('A token goes with --server.')
  if (server !== undefined && !token) throw new UsageError('A server wants a token.')
  if (server !== undefined && !/^https?:\/\/[^/@]+\/?$/.test(server)) {
    throw new UsageError('A server is an address such as http://localhost:8000.')
  }
  return { file, server, token: token ?? '' }
}

async function backupOfStore(file: string, config: Config) {
  const store = await openStore(config)
  try {
    return await saveBackup(file, () => makeBackup(store, new Date()))
  } finally {
    await store.close()
  }
}

async function openStore({ couchdbUrl, dataDir }: Config): Promise<Store> {
  if (couchdbUrl !== undefined) return createCouchDbStore(couchdbUrl)
  if ((await namesIn(dataDir)).length === 0) throw new AppError('invalid', `There is no store in ${dataDir}.`)
  return openEmbeddedStore(dataDir).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error
    const advice = 'Back it up through that server, with --server and --token, or stop it.'
    throw new AppError('unavailable', `A running Strata has the data folder ${dataDir}. ${advice}`, { cause: error })
  })
}

/**
 * The backup of a running server, as it comes.
 * Throws `unavailable` where the server cannot be reached, `forbidden` with its reason where it refuses.
 */
async function fetchBackup(server: string, token: string): Promise<Readable> {
  const address = `${server.replace(/\/$/, '')}/console/backup`
  // A token is for the server that was named, for no other that it may point to.
  const response = await fetch(address, { headers: { 'X-Auth-Token': token }, redirect: 'error' }).catch(
    (error: unknown) => {
      throw new AppError('unavailable', `The server at ${server} cannot be reached.`, { cause: error })
    },
  )
  if (response.status === 200 && response.headers.get('content-type') === 'application/gzip' && response.body) {
    return Readable.fromWeb(response.body)
  }
  throw new AppError('forbidden', `The server at ${server} gives no backup: ${await reasonOf(response)}`)
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '')
  const cause = causeIn(text)
  if (response.status === 401) return 'it does not know this token. Sign in anew, and use the token of that.'
  if (response.status === 403) return cause ?? 'it is for superduper admins.'
  if (response.status === 404) return 'no Strata is there, or an older one that makes none.'
  return cause ?? `it answered ${response.status}.`
}

function causeIn(text: string): string | undefined {
  try {
    const body: JsonValue = JSON.parse(text)
    const data = isJsonObject(body) ? body.data : undefined
    const cause = isJsonObject(data) ? data.cause : undefined
    return typeof cause === 'string' ? cause : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes a backup to a file that its owner alone can read, and gives what it holds.
 * - it gets its name once it is whole, read again and on the disk; until then what had that name stays
 * Throws `invalid`, in words, when it cannot be written or what came is not whole.
 */
async function saveBackup(file: string, open: () => Readable | Promise<Readable>): Promise<BackupCounts> {
  const partial = `${file}.partial`
  try {
    await rm(partial, { force: true })
    // Opened last: what breaks off before somebody listens would end the process.
    await pipeline(await open(), createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }))
    const counts = await checkBackup(partial)
    await rename(partial, file)
    return counts
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw toWritingError(file, error)
  }
}

function toWritingError(file: string, error: unknown): unknown {
  if (error instanceof AppError) {
    if (error.kind !== 'invalid') return error
    return new AppError('invalid', 'What came is not a whole backup. Nothing was saved: try again.', { cause: error })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^E[A-Z]+$/.test(code) && error instanceof Error && 'path' in error) {
    return new AppError('invalid', `The file ${file} cannot be written (${code}).`, { cause: error })
  }
  if (code === 'ENOSPC') {
    return new AppError('invalid', `There is no room for the file ${file}. Nothing was saved.`, { cause: error })
  }
  return new AppError('invalid', 'The backup broke off before its end. Nothing was saved: try again.', { cause: error })
}
