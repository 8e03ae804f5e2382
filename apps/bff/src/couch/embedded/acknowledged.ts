import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'

const digits = 16

/**
 * The last sequence that somebody was told of, beside the table and not in it: a table that knows less has lost its end.
 * It is written after the table and not forced to the disk, so after a power cut it may say less than the table, never more.
 */
export type Acknowledged = Awaited<ReturnType<typeof openAcknowledged>>

export async function openAcknowledged(folder: string) {
  const path = join(folder, 'acknowledged')
  const existing = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  let file: FileHandle | undefined = existing
  return {
    /** What the file said when it was opened: nothing, 0, where it cannot be read; undefined where there was none. */
    last: existing && sequenceIn(await existing.readFile('utf8')),
    async note(sequence: number): Promise<void> {
      file ??= await open(path, 'w+', 0o600)
      await file.write(`${String(sequence).padStart(digits, '0')}\n`, 0)
    },
    close: async (): Promise<void> => file?.close(),
  }
}

function sequenceIn(text: string): number {
  const sequence = Number(text)
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0
}
