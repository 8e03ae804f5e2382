import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded, type TestStore } from '../../tests/_stores.ts'
import { protectStore } from './protect-store.ts'

const draft = { id: 'x', fields: {}, private: {} }

describe(protectStore, () => {
  let test: TestStore

  beforeEach(async () => {
    test = await startEmbedded()
    await test.store.create('system_config')
  })
  afterEach(() => test.stop())

  it('changes nothing on a store of Strata’s that may be written', async () => {
    const store = protectStore(test.store, { origin: 'strata', readOnly: undefined })
    await store.create('accounts')
    await store.database('accounts').put(draft)
    await store.destroy('accounts')
  })

  for (const origin of ['strata', 'kazoo'] as const) {
    it(`refuses every write but Strata's own on a read-only store of ${origin}`, async () => {
      const revision = await test.store.database('system_config').put(draft)
      const store = protectStore(test.store, { origin, readOnly: 'only read' })
      const refusal = { kind: 'forbidden', message: 'only read' }
      const database = store.database('system_config')
      await expect(database.put({ ...draft, id: 'y' })).rejects.toMatchObject(refusal)
      await expect(database.bulk([{ ...draft, id: 'y' }])).rejects.toMatchObject(refusal)
      await expect(database.fill([{ ...draft, id: 'y', attachments: [] }])).rejects.toMatchObject(refusal)
      await expect(database.settle({ ...draft, revision }, [])).rejects.toMatchObject(refusal)
      await expect(database.remove('x', revision)).rejects.toMatchObject(refusal)
      const together = [
        { database: 'strata', draft: { ...draft, id: 'y' } },
        { database: 'system_config', draft: { ...draft, id: 'y' } },
      ]
      await expect(store.writeTogether(together)).rejects.toMatchObject(refusal)
      await expect(store.create('accounts')).rejects.toMatchObject(refusal)
      await expect(store.destroy('system_config')).rejects.toMatchObject(refusal)
      expect(await database.ids()).toEqual(['x'])
      await store.create('strata')
      await store.database('strata').put(draft)
      await store.writeTogether([{ database: 'strata', draft: { ...draft, id: 'y' } }])
    })
  }

  it('writes documents, but makes and removes no database, on a KAZOO cluster’s store that may be written', async () => {
    const store = protectStore(test.store, { origin: 'kazoo', readOnly: undefined })
    await store.database('system_config').put(draft)
    await expect(store.create('accounts')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(store.destroy('system_config')).rejects.toMatchObject({ kind: 'forbidden' })
    await store.create('strata')
  })
})
