import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import leveldown, { type LevelDown } from 'leveldown'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../tests/_stores.ts'
import { createDurableLeveldown } from './durable-leveldown.ts'

describe(createDurableLeveldown, () => {
  let folder: string

  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await rm(folder, { recursive: true })
  })

  it('asks LevelDB to force every kind of write to the disk', async () => {
    const native = Object.getPrototypeOf(leveldown(join(folder, 'unused'))) as LevelDown
    const writes = (['_put', '_del', '_batch'] as const).map((name) => vi.spyOn(native, name))
    const level = createDurableLeveldown(() => undefined)(join(folder, 'level')) as LevelDown & {
      put(key: string, value: string, done: () => void): void
      del(key: string, done: () => void): void
      batch(operations: object[], done: () => void): void
    }
    await promisify(level.open.bind(level))()
    await promisify(level.put.bind(level))('a', '1')
    await promisify(level.del.bind(level))('a')
    await promisify(level.batch.bind(level))([{ type: 'put', key: 'b', value: '2' }])
    await promisify(level.close.bind(level))()
    for (const write of writes)
      expect(write.mock.calls).toEqual([expect.arrayContaining([expect.objectContaining({ sync: true })])])
  })
})
