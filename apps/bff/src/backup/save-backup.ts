import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#bff/errors/app-error.ts'
import type { BackupCounts } from './backup-line.ts'
import { checkBackup } from './read-backup.ts'

/**
 * Writes a backup to a file that its owner alone can read, and gives what it holds.
 * - it gets its name once it is whole, read again and on the disk; until then what had that name stays
 * Throws `invalid`, in words, when it cannot be written or what came is not whole.
 */
export async function saveBackup(file: string, open: () => Readable | Promise<Readable>): Promise<BackupCounts> {
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
