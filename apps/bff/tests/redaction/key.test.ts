import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintKey } from '#bff/redaction/key.ts'
import { STORES, type TestStore } from '../_stores.ts'

describe.each(STORES)('the key of fingerprints on $kind', ({ start }) => {
  let running: TestStore
  beforeAll(async () => {
    running = await start()
    // A server that starts has written its marker there before it asks for a key.
    await running.store.create('strata')
  })
  afterAll(() => running.stop())

  it('is one, however many servers start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => fingerprintKey(running.store)))
    const texts = new Set(keys.map((key) => Buffer.from(key).toString('hex')))
    expect(texts.size).toBe(1)
    expect(keys[0]?.length).toBe(32)
    expect(await fingerprintKey(running.store)).toEqual(keys[0])
  })

  it('that somebody damaged is an error, and is not replaced', async () => {
    const database = running.store.database('strata')
    const stored = await database.get('redaction_key')
    if (stored === undefined) throw new Error('There is no key.')
    await database.put({ ...stored, fields: { key: 'AAAA' } })
    await expect(fingerprintKey(running.store)).rejects.toMatchObject({ kind: 'internal' })
    expect((await database.get('redaction_key'))?.fields).toEqual({ key: 'AAAA' })
  })
})
