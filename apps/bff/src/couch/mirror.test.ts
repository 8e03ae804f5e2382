import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded, type TestStore } from '../../tests/_stores.ts'
import { withPatience } from './deadline.ts'
import { createMirror } from './mirror.ts'
import type { Database } from './store.ts'

describe(createMirror, () => {
  let test: TestStore
  let database: Database

  beforeEach(async () => {
    test = await startEmbedded()
    await test.store.create('accounts')
    database = test.store.database('accounts')
  })
  afterEach(() => test.stop())

  const put = (id: string, name: string, revision?: string) =>
    database.put({ id, fields: { name }, private: {}, ...(revision === undefined ? {} : { revision }) })
  const nameOf = ({ fields }: { fields: Record<string, unknown> }) =>
    typeof fields.name === 'string' && fields.name !== 'hidden' ? fields.name : undefined
  /** The database, counting its `changes` and able to hold or refuse them. */
  const watched = () => {
    const watch = { calls: 0, before: async () => {} }
    const changes: Database['changes'] = async (since) => {
      watch.calls += 1
      await watch.before()
      return database.changes(since)
    }
    return Object.assign(watch, { database: { ...database, changes } })
  }

  it('holds what the database holds, through creation, change and removal', async () => {
    const mirror = createMirror(database, nameOf)
    expect([...(await mirror.current())]).toEqual([])
    const first = await put('a', 'one')
    await put('b', 'two')
    expect(Object.fromEntries(await mirror.current())).toEqual({ a: 'one', b: 'two' })
    const second = await put('a', 'three', first)
    expect((await mirror.current()).get('a')).toBe('three')
    await database.remove('a', second)
    expect(Object.fromEntries(await mirror.current())).toEqual({ b: 'two' })
  })

  it('leaves out what has no entry, also when it had one', async () => {
    const mirror = createMirror(database, nameOf)
    await put('a', 'hidden')
    const revision = await put('b', 'seen')
    expect([...(await mirror.current()).keys()]).toEqual(['b'])
    await put('b', 'hidden', revision)
    expect([...(await mirror.current()).keys()]).toEqual([])
  })

  it('follows a database that is removed and made again', async () => {
    const mirror = createMirror(database, nameOf)
    await put('a', 'one')
    await mirror.current()
    await test.store.destroy('accounts')
    expect([...(await mirror.current())]).toEqual([])
    await test.store.create('accounts')
    await put('b', 'two')
    expect([...(await mirror.current()).keys()]).toEqual(['b'])
  })

  it('forgets what a database held that was removed and made again between two reads', async () => {
    const mirror = createMirror(database, nameOf)
    await put('a', 'one')
    await put('b', 'two')
    await mirror.current()
    await test.store.destroy('accounts')
    await test.store.create('accounts')
    await put('c', 'three')
    expect([...(await mirror.current()).keys()]).toEqual(['c'])
  })

  it('asks nothing while nothing is written, however often it is read', async () => {
    const watch = watched()
    const mirror = createMirror(watch.database, nameOf)
    await put('a', 'one')
    for (let read = 0; read < 100; read++) expect((await mirror.current()).get('a')).toBe('one')
    expect(watch.calls).toBe(1)
    await put('b', 'two')
    for (let read = 0; read < 100; read++) expect((await mirror.current()).get('b')).toBe('two')
    expect(watch.calls).toBe(2)
  })

  it('asks before every read while the database does not tell', async () => {
    const watch = watched()
    const mirror = createMirror({ ...watch.database, mark: () => undefined }, nameOf)
    for (let read = 0; read < 3; read++) await mirror.current()
    expect(watch.calls).toBe(3)
  })

  it('asks again for what was written while it was asking', async () => {
    const changes: Database['changes'] = async (since) => {
      const found = await database.changes(since)
      if (since === undefined) await put('a', 'one')
      return found
    }
    const mirror = createMirror({ ...database, changes }, nameOf)
    expect((await mirror.current()).get('a')).toBeUndefined()
    expect((await mirror.current()).get('a')).toBe('one')
  })

  it('asks once for all readers that wait, and never answers one with what was read before it came', async () => {
    const watch = watched()
    const mirror = createMirror(watch.database, nameOf)
    let go: () => void = () => {}
    watch.before = () => new Promise((resolve) => (go = resolve))
    const early = mirror.current()
    await put('a', 'one')
    const late = Array.from({ length: 5 }, () => mirror.current())
    watch.before = async () => {}
    go()
    await early
    for (const entries of await Promise.all(late)) expect(entries.get('a')).toBe('one')
    expect(watch.calls).toBe(2)
  })

  it('is read on for the others where the first reader has no time left', async () => {
    const watch = watched()
    const mirror = createMirror(watch.database, nameOf)
    await put('a', 'one')
    let go: () => void = () => {}
    watch.before = () => new Promise((resolve) => (go = resolve))
    await expect(withPatience(20, () => mirror.current())).rejects.toMatchObject({ kind: 'unavailable' })
    watch.before = async () => {}
    const patient = mirror.current()
    go()
    expect((await patient).get('a')).toBe('one')
  })

  it('rejects while the database fails, and answers again once it does', async () => {
    const watch = watched()
    const mirror = createMirror(watch.database, nameOf)
    await put('a', 'one')
    watch.before = () => Promise.reject(new Error('down'))
    const [first, second] = await Promise.allSettled([mirror.current(), mirror.current()])
    expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
    watch.before = async () => {}
    expect((await mirror.current()).get('a')).toBe('one')
  })
})
