import { AppError } from '#bff/errors.ts'
import { describe } from './wire-errors.ts'

/** Why the embedded store's folder cannot be used, said so that it can be mended. */
export function toFolderError(error: unknown, folder: string, database?: string): AppError {
  const reason = describe(error)
  const details = { cause: error }
  if (/already held by process|Resource temporarily unavailable/.test(reason)) {
    const advice = 'Stop the other one, or choose another folder with STRATA_DATA_DIR.'
    return new AppError('unavailable', `Another Strata works on the data folder ${folder}. ${advice}`, details)
  }
  if (/corrupt/i.test(reason)) {
    const what = database === undefined ? `The data folder ${folder}` : `The database "${database}" in ${folder}`
    return new AppError('upstream', `${what} is damaged (${reason}). Restore the folder from a backup.`, details)
  }
  return new AppError('upstream', `The data folder ${folder} cannot be used: ${reason}`, details)
}

/** LevelDB's way to say that there is nothing under a key. */
export function isMissingKey(error: unknown): boolean {
  return error instanceof Error && /NotFound/.test(error.message)
}
