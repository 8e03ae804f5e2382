import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** LevelDB's own diary and lock say nothing about what is stored. */
const ignored = /^(LOG|LOG\.old|LOCK)$/

/**
 * What the files of a table were when it was closed. As long as they are the same, nothing needs to be read in it to know
 * that it is sound; while it is open, and after a process was killed, there is no such record.
 */
export function closingRecord(folder: string, path: string) {
  const file = join(folder, 'closed')
  return {
    async write(): Promise<void> {
      await writeFile(file, JSON.stringify(await checksumsOf(path)), { mode: 0o600, flush: true })
    },
    /**
     * Files that are not as they were; undefined where nothing was recorded, or the table was opened since: a process may
     * be killed before it takes the record away. Whoever opens a table gives it another `CURRENT`.
     */
    async changed(): Promise<string[] | undefined> {
      const recorded = await readRecord(file)
      if (recorded === undefined) return undefined
      const now = await checksumsOf(path)
      if (recorded.CURRENT !== now.CURRENT) return undefined
      const names = new Set([...Object.keys(recorded), ...Object.keys(now)])
      return [...names].filter((name) => recorded[name] !== now[name]).sort()
    },
    remove: () => rm(file, { force: true }),
  }
}

/** A record that cannot be read is none: the table is then read instead. */
async function readRecord(file: string): Promise<JsonObject | undefined> {
  try {
    const value: JsonValue = JSON.parse(await readFile(file, 'utf8'))
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

async function checksumsOf(path: string): Promise<Record<string, number>> {
  const names = await readdir(path).catch(() => [])
  const sums: Record<string, number> = {}
  for (const name of names.filter((each) => !ignored.test(each))) {
    let sum = 0
    for await (const chunk of createReadStream(join(path, name), { highWaterMark: 1 << 20 })) sum = crc32(chunk, sum)
    sums[name] = sum
  }
  return sums
}
