import { join } from 'node:path'
import { promisify } from 'node:util'
import leveldown from 'leveldown'
import { isMissingKey, toFolderError } from './folder-errors.ts'

/** A folder that belongs to this process alone until it releases it or ends, however it ends. */
export interface FolderLock {
  /** Rejects when the disk no longer answers. */
  check(): Promise<void>
  release(): Promise<void>
}

/**
 * Locks a folder with an empty LevelDB that stays open. The databases cannot do this themselves: they are open only
 * while they are used, so that two processes could each hold some of them.
 * Throws `unavailable` when another process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const level = leveldown(join(folder, 'lock'))
  const fail = (error: unknown): never => {
    throw toFolderError(error, folder)
  }
  await promisify(level.open.bind(level))().catch(fail)
  let isHeld = true
  return {
    async check() {
      // LevelDB itself crashes the process when it is asked after its end.
      if (!isHeld) throw toFolderError(new Error('it is closed'), folder)
      await promisify(level.get.bind(level))('lock').catch((error) => (isMissingKey(error) ? undefined : fail(error)))
    },
    async release() {
      if (!isHeld) return
      isHeld = false
      await promisify(level.close.bind(level))()
    },
  }
}
