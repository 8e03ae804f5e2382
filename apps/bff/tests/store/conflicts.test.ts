import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Database, StoredDocument } from '#bff/couch/store.ts'
import { replicate } from '../_ask-couchdb.ts'
import { COUCHDBS, type startCouchDb, startEmbedded } from '../_stores.ts'

const revision = (generation: number, letter: string) => `${generation}-${letter.repeat(32)}`
const [oldest, lower, read] = [revision(1, 'a'), revision(2, 'b'), revision(2, 'c')]

const versionsOf = (id: string) => [
  { _id: id, _rev: oldest, side: 'oldest' },
  { _id: id, _rev: lower, side: 'lower', pvt_type: 'storage' },
  { _id: id, _rev: read, side: 'read' },
]

for (const { kind, start } of COUCHDBS) {
  describe(`versions of a document in a ${kind} store`, () => {
    let test: Awaited<ReturnType<typeof startCouchDb>>
    let database: Database
    let count = 0
    const shown = () => database.get('x').then((document) => document as StoredDocument)
    const draft = (side: string, at = read) => ({ id: 'x', revision: at, fields: { side }, private: {} })

    beforeAll(async () => {
      test = await start()
    })
    afterAll(() => test.stop())
    beforeEach(async () => {
      count += 1
      const name = `conflicts/${count}`
      await test.store.create(name)
      database = test.store.database(name)
      await replicate(test.url, name, versionsOf('x'))
    })

    it('are marked wherever the document is read', async () => {
      await database.put({ id: 'alone', fields: {}, private: {} })
      const marked = { id: 'x', revision: read, fields: { side: 'read' } }
      const { changes } = await database.changes(undefined)
      for (const found of [
        [await database.get('alone'), await database.get('x')],
        await database.getMany(['alone', 'x']),
        await database.range(),
        changes.map(({ document }) => document).toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1)),
      ]) {
        expect(found).toEqual([expect.not.objectContaining({ conflicts: [] }), expect.objectContaining(marked)])
        expect(found.map((document) => document?.conflicts?.toSorted())).toEqual([undefined, [oldest, lower]])
      }
    })

    it('are marked in a mirror, from the moment they come', async () => {
      const mirror = createMirror(database, (document) => document)
      const marks = async () => (await mirror.current()).get('x')?.conflicts
      expect(await marks()).toHaveLength(2)
      await replicate(test.url, database.name, [{ _id: 'x', _rev: revision(1, 'd'), side: 'late' }])
      expect(await marks()).toHaveLength(3)
      await database.settle(draft('settled'), (await marks()) ?? [])
      expect(await marks()).toBeUndefined()
    })

    it('are read one by one', async () => {
      expect(await database.version('x', lower)).toEqual({
        id: 'x',
        revision: lower,
        fields: { side: 'lower' },
        private: { type: 'storage' },
      })
      expect(await database.version('x', revision(7, 'e'))).toBeUndefined()
      expect(await database.version('missing', lower)).toBeUndefined()
      expect(await database.version('..', lower)).toBeUndefined()
    })

    it('stay when the document is replaced', async () => {
      const next = await database.put(draft('next'))
      expect(await shown()).toMatchObject({ revision: next, fields: { side: 'next' } })
      expect((await shown()).conflicts).toHaveLength(2)
    })

    it('go with the document that is removed', async () => {
      const tombstone = await database.remove('x', read)
      expect(await database.get('x')).toBeUndefined()
      expect(await database.ids()).toEqual([])
      expect((await database.changes(undefined)).changes).toEqual([{ id: 'x', revision: tombstone, deleted: true }])
      await database.put({ id: 'x', fields: { side: 'anew' }, private: {} })
      expect(await shown()).toEqual(expect.not.objectContaining({ conflicts: expect.anything() }))
    })

    it('go once one is chosen', async () => {
      const saved = await database.settle(draft('lower'), [lower, oldest])
      expect(await shown()).toEqual({ id: 'x', revision: saved, fields: { side: 'lower' }, private: {} })
    })

    for (const { note, given, known } of [
      { note: 'another was saved', given: draft('mine', lower), known: [lower, oldest] },
      { note: 'one came', given: draft('mine'), known: [lower] },
      { note: 'one went', given: draft('mine'), known: [lower, oldest, revision(1, 'f')] },
      { note: 'another came for one', given: draft('mine'), known: [lower, revision(1, 'f')] },
    ]) {
      it(`all stay when ${note} since they were shown`, async () => {
        await expect(database.settle(given, known)).rejects.toMatchObject({ kind: 'conflict' })
        expect(await shown()).toMatchObject({ revision: read, fields: { side: 'read' } })
        expect((await shown()).conflicts).toHaveLength(2)
      })
    }

    it('all stay when the document that is removed has changed', async () => {
      await database.put(draft('next'))
      await expect(database.remove('x', read)).rejects.toMatchObject({ kind: 'conflict' })
      expect((await shown()).conflicts).toHaveLength(2)
    })
  })
}

describe('the embedded store', () => {
  it('has no other versions of a document, and saves where none is expected', async () => {
    const { store, stop } = await startEmbedded()
    await store.create('plain')
    const database = store.database('plain')
    const first = await database.put({ id: 'x', fields: { a: 1 }, private: {} })
    const draft = { id: 'x', revision: first, fields: { a: 2 }, private: {} }
    await expect(database.settle(draft, ['1-a'])).rejects.toMatchObject({ kind: 'conflict' })
    const saved = await database.settle(draft, [])
    expect(await database.get('x')).toEqual({ ...draft, revision: saved })
    expect(await database.version('x', first)).toBeUndefined()
    await stop()
  })
})
