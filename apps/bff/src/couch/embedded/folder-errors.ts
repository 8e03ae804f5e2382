import { AppError } from '#bff/errors/app-error.ts'
import { DamagedRecord } from './sealed-record.ts'

const restore = 'Restore the folder from a backup, or start once with --accept-loss to go on with what is left of it.'

const noRoom = /No space left|ENOSPC|EDQUOT|Disk quota/
const noAccess = /Permission denied|EACCES|EPERM|Read-only file system|EROFS|Too many open files|EMFILE/

/** Why the embedded store's folder cannot be used, said so that it can be mended. */
export function toFolderError(error: unknown, folder: string): AppError {
  if (error instanceof AppError) return error
  const details = { cause: error }
  const reason = reasonOf(error)
  if (codeOf(error) === 'LEVEL_LOCKED') {
    const advice = 'Stop the other one, or choose another folder with STRATA_DATA_DIR.'
    return new AppError('unavailable', `Another Strata works on the data folder ${folder}. ${advice}`, details)
  }
  if (noRoom.test(reason)) {
    const message = `There is no room left for the data folder ${folder}. Nothing was stored: make room, then try again.`
    return new AppError('no-room', message, details)
  }
  if (isCorruption(error)) {
    return new AppError('upstream', `The data folder ${folder} is damaged (${reason}). ${restore}`, details)
  }
  return new AppError('upstream', `The data folder ${folder} cannot be used: ${reason}`, details)
}

/** A folder whose records are not those that were written. */
export function damagedFolder(folder: string, what: string): AppError {
  return new AppError('upstream', `The data folder ${folder} is damaged: ${what} ${restore}`)
}

/** What keeps a folder from being used that may well be sound, as code and message; undefined for any other error. */
export function obstacleOf(error: unknown): { readonly code: string; readonly message: string } | undefined {
  const [code, message] = [String(codeOf(error)), reasonOf(error)]
  const isObstacle = code === 'LEVEL_LOCKED' || noRoom.test(message) || noAccess.test(message)
  return isObstacle ? { code, message } : undefined
}

/** Whether LevelDB met something that it did not write, or misses what it did. */
export function isCorruption(error: unknown): boolean {
  return (
    error instanceof DamagedRecord ||
    codeOf(error) === 'LEVEL_CORRUPTION' ||
    /corrupt|does not exist \(create_if_missing is false\)|No such file/i.test(reasonOf(error))
  )
}

/** classic-level hides LevelDB's own words in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message || error.name
}

function codeOf(error: unknown): unknown {
  const of = (each: unknown) => (each instanceof Error && 'code' in each ? each.code : undefined)
  return (error instanceof Error ? of(error.cause) : undefined) ?? of(error)
}
