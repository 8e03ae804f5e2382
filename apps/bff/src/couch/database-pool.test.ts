import type PouchDB from 'pouchdb-core'
import { describe, expect, it } from 'vitest'
import { createDatabasePool } from './database-pool.ts'

/** Databases that note what happens to them; one that is open twice or used after its end is an error. */
function tracked() {
  const open = new Set<string>()
  const log: string[] = []
  const openDatabase = async (name: string): Promise<PouchDB> => {
    if (open.has(name)) throw new Error(`${name} is open twice`)
    open.add(name)
    log.push(`open ${name}`)
    const end = (how: string) => async () => {
      await Promise.resolve()
      open.delete(name)
      log.push(`${how} ${name}`)
    }
    return { name, close: end('close'), destroy: end('destroy') } as unknown as PouchDB
  }
  return { open, log, openDatabase }
}

describe(createDatabasePool, () => {
  it('opens a database once for all who use it', async () => {
    const { log, openDatabase } = tracked()
    const pool = createDatabasePool(2, openDatabase)
    await Promise.all([pool.use('a', async () => 1), pool.use('a', async () => 2)])
    await pool.use('a', async () => 3)
    expect(log).toEqual(['open a'])
  })

  it('closes the one unused for longest when there are more than its limit', async () => {
    const { log, open, openDatabase } = tracked()
    const pool = createDatabasePool(2, openDatabase)
    for (const name of ['a', 'b', 'a', 'c']) await pool.use(name, async () => undefined)
    await Promise.resolve()
    await pool.use('a', async () => undefined)
    expect(log).toEqual(['open a', 'open b', 'open c', 'close b'])
    expect([...open]).toEqual(['a', 'c'])
  })

  it('never closes what is in use, and opens a closing one again only after its end', async () => {
    const { open, openDatabase } = tracked()
    const pool = createDatabasePool(1, openDatabase)
    const use = (name: string) =>
      pool.use(name, async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
        expect(open.has(name)).toBe(true)
        return name
      })
    const names = Array.from({ length: 200 }, () => 'abcd'.charAt(Math.floor(Math.random() * 4)))
    expect(await Promise.all(names.map(use))).toEqual(names)
    await pool.close()
    expect([...open]).toEqual([])
  })

  it('waits for running work before it destroys', async () => {
    const { log, openDatabase } = tracked()
    const pool = createDatabasePool(2, openDatabase)
    const work = pool.use('a', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      log.push('worked')
    })
    await pool.destroy('a')
    await work
    expect(log).toEqual(['open a', 'worked', 'destroy a'])
  })

  it('tries again after an opening that failed', async () => {
    const { openDatabase } = tracked()
    let failures = 1
    const pool = createDatabasePool(2, async (name) => {
      if (failures-- > 0) throw new Error('not now')
      return openDatabase(name)
    })
    await expect(pool.use('a', async () => 1)).rejects.toThrow('not now')
    expect(await pool.use('a', async () => 1)).toBe(1)
  })

  it('refuses work once it is closed', async () => {
    const pool = createDatabasePool(2, tracked().openDatabase)
    await pool.close()
    await expect(pool.use('a', async () => 1)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})
