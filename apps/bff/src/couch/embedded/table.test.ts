import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFolderError } from './folder-errors.ts'
import { emptySummary } from './summary.ts'
import { createTable, type Level, type Table } from './table.ts'

const value = Buffer.from('kept')
const around = { gte: 'k', lt: 'l' }

describe(createTable, () => {
  let folder: string
  let level: Level
  let table: Table
  /** Lets the table be opened anew. */
  let letOpen: () => void
  let note: (sequence: number) => Promise<void>

  const opened = async () => {
    const made: Level = new ClassicLevel(join(folder, 'store'), { keyEncoding: 'utf8', valueEncoding: 'buffer' })
    await made.open()
    return made
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'strata-test-'))
    level = await opened()
    const mayOpen = new Promise<void>((resolve) => {
      letOpen = resolve
    })
    note = async () => undefined
    table = createTable({
      folder,
      level,
      open: () => mayOpen.then(opened),
      summary: emptySummary,
      acknowledged: { last: undefined, note: (sequence) => note(sequence), close: async () => undefined },
      toError: (error) => toFolderError(error, folder),
    })
    await table.change((change) => change.put('kept', value))
  })
  afterEach(async () => {
    letOpen()
    await table.close()
    await rm(folder, { recursive: true })
  })

  it('lets reads wait while it is opened anew, and never fails them for it', async () => {
    const write = () => table.change((change) => change.put('next', value))
    Object.assign(level, { batch: () => Promise.reject(new Error('IO error: No space left on device')) })
    await expect(write()).rejects.toMatchObject({ kind: 'no-room' })
    const again = write()
    await vi.waitFor(() => expect(level.status).toBe('closed'))
    const reads = Promise.all([table.get('kept'), table.entries(around)])
    letOpen()
    expect(await reads).toEqual([value, [['kept', value]]])
    await again
    expect(await table.get('next')).toEqual(value)
  })

  it('acknowledges what is on the disk, also where nothing beside it can say so', async () => {
    note = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
    await table.change((change) => change.put('next', value))
    await table.check()
    expect(await table.get('next')).toEqual(value)
  })

  it('says of a record that is not what was written that the folder is damaged, to readers and to writers', async () => {
    await level.put('kept', Buffer.from('something else'))
    for (const look of [
      () => table.get('kept'),
      () => table.entries(around),
      () => table.change((change) => change.get('kept')),
    ]) {
      await expect(look()).rejects.toMatchObject({ kind: 'upstream', message: expect.stringContaining('is damaged') })
    }
    await table.change((change) => change.put('next', value))
  })

  it('is read no more once it is closed, and says so', async () => {
    await table.close()
    for (const look of [() => table.get('kept'), () => table.entries(around), () => table.check()]) {
      await expect(look()).rejects.toMatchObject({ kind: 'unavailable', message: 'The store is closed.' })
    }
  })
})
