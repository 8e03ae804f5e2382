import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { deepEqual, type JsonValue } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'
import { type BackupCounts, type BackupLine, lineFromJson } from './backup-line.ts'

const newline = 0x0a

/** What a backup holds between its head and its end. */
export type BackupEntry = Exclude<BackupLine, { is: 'head' | 'end' }>

/**
 * The databases and documents of a backup's file, in its order. What they are is sure only once all of them came: the
 * end says how many there are and what they sum up to.
 * Throws `invalid`, in words, for a file that is no backup, or damaged, or not whole.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupEntry> {
  const sum = createHash('sha256')
  const counts = { databases: 0, documents: 0, attachments: 0 }
  let isBegun = false
  let end: Extract<BackupLine, { is: 'end' }> | undefined
  for await (const bytes of linesOf(file)) {
    const line = parsed(bytes)
    if (!isBegun && line?.is !== 'head') throw noBackup(file)
    if (line === undefined || end !== undefined || (isBegun && line.is === 'head')) throw damaged(file)
    isBegun = true
    if (line.is === 'end') {
      end = line
      continue
    }
    sum.update(bytes).update('\n')
    if (line.is === 'head') continue
    if (line.is === 'database') counts.databases += 1
    if (line.is === 'document') {
      counts.documents += 1
      counts.attachments += line.document.attachments.length
    }
    yield line
  }
  if (!isBegun) throw noBackup(file)
  if (end === undefined) throw notWhole(file)
  if (end.checksum !== sum.digest('hex') || !deepEqual({ ...end.counts }, counts)) throw damaged(file)
}

/** Reads a whole backup without keeping any of it. Gives what it holds. Throws as `readBackup`. */
export async function checkBackup(file: string): Promise<BackupCounts & { readonly names: readonly string[] }> {
  const names: string[] = []
  let [documents, attachments] = [0, 0]
  for await (const entry of readBackup(file)) {
    if (entry.is === 'database') names.push(entry.name)
    else {
      documents += 1
      attachments += entry.document.attachments.length
    }
  }
  return { names, databases: names.length, documents, attachments }
}

/** Split at line feeds alone: text in JSON may hold every other character that some take for a line's end. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const content: Readable = pipeline(createReadStream(file), createGunzip(), () => undefined)
  let started: Buffer[] = []
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        yield Buffer.concat([...started, chunk.subarray(from, at)])
        started = []
        from = at + 1
      }
      started.push(chunk.subarray(from))
    }
  } catch (error) {
    throw toReadingError(file, error)
  }
  const rest = Buffer.concat(started)
  if (rest.length > 0) yield rest
}

function parsed(bytes: Buffer): BackupLine | undefined {
  try {
    const value: JsonValue = JSON.parse(bytes.toString())
    return lineFromJson(value)
  } catch {
    return undefined
  }
}

function toReadingError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof AppError || code === '') return error
  if (code === 'Z_BUF_ERROR') return notWhole(file, error)
  // What does not even begin as a compressed file.
  if (code === 'Z_DATA_ERROR' && error instanceof Error && /header/.test(error.message)) return noBackup(file, error)
  if (code.startsWith('Z_')) return damaged(file, error)
  if (code === 'ENOENT') return new AppError('invalid', `There is no file ${file}.`, { cause: error })
  return new AppError('invalid', `The file ${file} cannot be read (${code}).`, { cause: error })
}

function noBackup(file: string, cause?: unknown): AppError {
  return new AppError('invalid', `The file ${file} is no backup that this version of Strata can read.`, { cause })
}

function notWhole(file: string, cause?: unknown): AppError {
  return new AppError('invalid', `The backup ${file} is not whole: its end is missing. Make it anew.`, { cause })
}

function damaged(file: string, cause?: unknown): AppError {
  return new AppError('invalid', `The backup ${file} is damaged: it is not as it was made. Use another one.`, { cause })
}
