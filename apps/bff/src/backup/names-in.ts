import { readdir } from 'node:fs/promises'
import { AppError } from '#bff/errors/app-error.ts'

/** What lies in a folder; nothing where there is none. Throws `invalid` for what is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new AppError('invalid', `The data folder ${folder} cannot be used (${error.code}).`, { cause: error })
  })
}
