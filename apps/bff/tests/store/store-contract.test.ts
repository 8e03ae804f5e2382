import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database, DocumentDraft, WholeDocument } from '#bff/couch/store.ts'
import { RefusedWrites } from '#bff/couch/store-errors.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { STORES, type TestStore } from '../_stores.ts'

/** CouchDB's order is that of UTF-8 bytes: `A` < `_` < `a` < two-byte < three-byte < four-byte characters. */
const IDS_IN_ORDER = [' space', '.', '..', 'A', 'a b+c?d#e&f%20g', 'a/b', 'a@b.example', 'b"quoted"', 'ä', 'ソ', '😀']

const draft = (id: string, fields: JsonObject = {}, hidden: JsonObject = {}): DocumentDraft => ({
  id,
  fields,
  private: hidden,
})

async function allOf(database: Database): Promise<WholeDocument[]> {
  const found: WholeDocument[] = []
  for await (const document of database.whole()) found.push(document)
  return found
}

const kindOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.kind : error),
  )

for (const { kind, start } of STORES) {
  describe(`${kind} store`, () => {
    let test: TestStore
    let database: Database
    let count = 0

    beforeAll(async () => {
      test = await start()
    })
    afterAll(() => test.stop())
    beforeEach(async () => {
      count += 1
      const name = `contract_${count}`
      await test.store.create(name)
      database = test.store.database(name)
    })

    it('gives back what was put, public and private members apart', async () => {
      const revision = await database.put(draft('x', { name: 'n', nested: { _rev: 1, pvt_a: 2 } }, { type: 'config' }))
      expect(await database.get('x')).toEqual({
        id: 'x',
        revision,
        fields: { name: 'n', nested: { _rev: 1, pvt_a: 2 } },
        private: { type: 'config' },
      })
    })

    it('writes documents together, in several databases, one on top of the other', async () => {
      const other = `${database.name}_other`
      await test.store.create(other)
      const revision = await database.put(draft('old', { n: 1 }))
      const gone = await database.put(draft('gone'))
      const revisions = await test.store.writeTogether([
        { database: database.name, draft: { ...draft('old', { n: 2 }), revision } },
        { database: other, draft: draft('new', { n: 3 }, { type: 't' }) },
        { database: database.name, removed: { id: 'gone', revision: gone } },
      ])
      expect(await database.get('old')).toMatchObject({ revision: revisions[0], fields: { n: 2 } })
      expect(await test.store.database(other).get('new')).toMatchObject({
        revision: revisions[1],
        private: { type: 't' },
      })
      expect(await database.ids()).toEqual(['old'])
      expect(revisions).toHaveLength(3)
      expect(await test.store.writeTogether([])).toEqual([])
    })

    for (const { note, refusedKind, refused } of [
      { note: 'a stale document', refusedKind: 'conflict', refused: { draft: draft('old') } },
      { note: 'a removal of none', refusedKind: 'conflict', refused: { removed: { id: 'none', revision: '1-a' } } },
      {
        note: 'a database that is not there',
        refusedKind: 'upstream',
        refused: { draft: draft('x'), database: 'never' },
      },
    ]) {
      it(`says where it stopped and what is stored when ${note} is among those written together`, async () => {
        await database.put(draft('old', { n: 1 }))
        const writes = ['a', 'b'].map((id) => ({ database: database.name, draft: draft(id) }))
        const last = { database: database.name, draft: draft('c') }
        const error = await test.store
          .writeTogether([...writes, { database: database.name, ...refused }, last])
          .catch((thrown: unknown) => thrown)
        expect(error).toBeInstanceOf(RefusedWrites)
        expect(error).toMatchObject({ kind: refusedKind, at: 2 })
        const stored = await database.range({ end: 'c' })
        expect(stored.map(({ id }) => id)).toEqual(kind === 'embedded' ? [] : ['a', 'b'])
        expect((error as RefusedWrites).stored).toEqual(stored.map(({ revision }) => revision))
        expect((await database.get('old'))?.fields).toEqual({ n: 1 })
      })
    }

    it('gives every document whole, and takes it so, attachments and all', async () => {
      const bytes = (text: string) => Buffer.from(text)
      const files = [{ name: 'a/b ä.pem', type: 'application/octet-stream', bytes: bytes('one\0\n') }]
      const many = Array.from({ length: 230 }, (_, n) => ({
        ...draft(`n-${n}`, { n }, { type: 't' }),
        attachments: [],
      }))
      const all = [...many, { ...draft('with', { a: 1 }, { b: 2 }), attachments: files }]
      await database.fill(all)
      const found = await allOf(database)
      expect(found.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort())
      expect(found.find(({ id }) => id === 'with')).toEqual(all.at(-1))
      expect(Buffer.from((await database.attachment('with', 'a/b ä.pem')) ?? [])).toEqual(bytes('one\0\n'))
      expect(await kindOf(database.fill([{ ...draft('with'), attachments: [] }]))).toBe('conflict')
      expect(await kindOf(test.store.database('never').fill(all))).toBe('upstream')
      expect(await allOf(test.store.database('never'))).toEqual([])
    })

    it('leaves out of the whole what goes while it is read', async () => {
      await database.fill(Array.from({ length: 150 }, (_, n) => ({ ...draft(`n-${1000 + n}`), attachments: [] })))
      const read: string[] = []
      for await (const { id } of database.whole()) {
        if (read.length === 0) {
          for (const { id: each, revision } of await database.range({ start: 'n-1050' })) {
            await database.remove(each, revision)
          }
          await database.put(draft('n-2000'))
        }
        read.push(id)
      }
      expect(read.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, n) => `n-${1000 + n}`))
      expect(read.at(-1)).toBe('n-2000')
    })

    it('knows nothing of what was never put', async () => {
      expect(await database.get('x')).toBeUndefined()
      expect(await database.attachment('x', 'a')).toBeUndefined()
    })

    it('replaces a document at its revision, and only there', async () => {
      const first = await database.put(draft('x', { a: 1 }))
      const second = await database.put({ ...draft('x', { b: 2 }), revision: first })
      expect(second).not.toBe(first)
      expect(await database.get('x')).toMatchObject({ revision: second, fields: { b: 2 } })
      expect(await kindOf(database.put({ ...draft('x', { c: 3 }), revision: first }))).toBe('conflict')
      expect(await database.get('x')).toMatchObject({ fields: { b: 2 } })
    })

    for (const { note, revision } of [
      { note: 'a revision of another document', revision: '1-0123456789abcdef0123456789abcdef' },
      { note: 'a revision that is none', revision: 'not a revision' },
    ]) {
      it(`calls it a conflict to write at ${note}`, async () => {
        await database.put(draft('x'))
        expect(await kindOf(database.put({ ...draft('x'), revision }))).toBe('conflict')
        expect(await kindOf(database.remove('x', revision))).toBe('conflict')
        expect(await kindOf(database.put({ ...draft('missing'), revision }))).toBe('conflict')
        expect(await kindOf(database.remove('missing', revision))).toBe('conflict')
      })
    }

    it('creates a document only once', async () => {
      await database.put(draft('x', { a: 1 }))
      expect(await kindOf(database.put(draft('x', { a: 2 })))).toBe('conflict')
      expect((await database.get('x'))?.fields).toEqual({ a: 1 })
    })

    it('lets one of many writers at the same revision win', async () => {
      const revision = await database.put(draft('x', { winner: -1 }))
      const writers = Array.from({ length: 8 }, (_, winner) =>
        kindOf(database.put({ ...draft('x', { winner }), revision })),
      )
      const outcomes = await Promise.all(writers)
      expect(outcomes.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'conflict'), 'done'])
      expect((await database.get('x'))?.fields).toEqual({ winner: outcomes.indexOf('done') })
    })

    it('forgets a removed document, which can then be made anew', async () => {
      const first = await database.put(draft('x', { a: 1 }))
      const tombstone = await database.remove('x', first)
      expect(tombstone).not.toBe(first)
      expect(await database.get('x')).toBeUndefined()
      expect(await database.getMany(['x'])).toEqual([undefined])
      expect(await database.ids()).toEqual([])
      expect(await kindOf(database.put({ ...draft('x'), revision: first }))).toBe('conflict')
      await database.put(draft('x', { a: 2 }))
      expect((await database.get('x'))?.fields).toEqual({ a: 2 })
    })

    it('reads many in the order asked for, with gaps and repetitions', async () => {
      await database.bulk([draft('a'), draft('b')])
      const found = await database.getMany(['b', 'none', '_all_docs', 'a', '', 'b'])
      expect(found.map((document) => document?.id)).toEqual(['b', undefined, undefined, 'a', undefined, 'b'])
      expect(await database.getMany([])).toEqual([])
    })

    it('reports each outcome of a bulk write in its order', async () => {
      const stale = await database.put(draft('stale'))
      await database.put({ ...draft('stale'), revision: stale })
      const current = await database.put(draft('current'))
      const outcomes = await database.bulk([
        draft('new', { n: 1 }),
        { ...draft('stale'), revision: stale },
        { ...draft('current', { n: 2 }), revision: current },
        draft('stale'),
      ])
      expect(outcomes).toEqual([
        { id: 'new', revision: (await database.get('new'))?.revision },
        { id: 'stale', failed: 'conflict' },
        { id: 'current', revision: (await database.get('current'))?.revision },
        { id: 'stale', failed: 'conflict' },
      ])
      expect((await database.get('current'))?.fields).toEqual({ n: 2 })
      expect(await database.bulk([])).toEqual([])
    })

    it('keeps documents under odd ids, in the order of their bytes', async () => {
      await database.bulk(IDS_IN_ORDER.toReversed().map((id) => draft(id, { was: id })))
      expect(await database.ids()).toEqual(IDS_IN_ORDER)
      expect(await database.ids({ descending: true })).toEqual(IDS_IN_ORDER.toReversed())
      for (const id of IDS_IN_ORDER) {
        const document = await database.get(id)
        expect(document).toMatchObject({ id, fields: { was: id } })
        await database.put({ ...draft(id, { again: true }), revision: document?.revision ?? '' })
      }
      expect((await database.range()).map(({ id, fields }) => [id, fields])).toEqual(
        IDS_IN_ORDER.map((id) => [id, { again: true }]),
      )
    })

    for (const character of ['x', 'ü', '€', '😀']) {
      it(`finds documents again whose ids are many ${character}, after others of any length`, async () => {
        const ids = Array.from({ length: 150 }, (_, index) => character.repeat(index + 1))
        for (const id of ids) {
          await database.put(draft(id, { was: id.length }))
          expect((await database.get(id))?.fields).toEqual({ was: id.length })
          expect(await kindOf(database.put(draft(id)))).toBe('conflict')
        }
        expect(await database.getMany(ids)).toHaveLength(150)
      })
    }

    for (const id of ['', '_all_docs', '_local/x', '_design/x', '\uD800']) {
      it(`takes ${JSON.stringify(id)} for no document's id`, async () => {
        expect(await database.get(id)).toBeUndefined()
        expect(await database.attachment(id, 'a')).toBeUndefined()
        expect(await kindOf(database.put(draft(id)))).toBe('invalid')
        expect(await kindOf(database.remove(id, '1-a'))).toBe('invalid')
        expect(await database.ids()).toEqual([])
      })
    }

    describe('ranges', () => {
      beforeEach(async () => {
        await database.bulk(['A', 'b', 'd', 'a', 'c'].map((id) => draft(id, { id: id.toUpperCase() })))
      })

      for (const { note, range, expected } of [
        { note: 'without bounds', range: {}, expected: ['A', 'a', 'b', 'c', 'd'] },
        { note: 'both bounds belong to it', range: { start: 'a', end: 'c' }, expected: ['a', 'b', 'c'] },
        { note: 'bounds need not be ids', range: { start: 'aa', end: 'cc' }, expected: ['b', 'c'] },
        { note: 'open above', range: { start: 'c' }, expected: ['c', 'd'] },
        { note: 'open below', range: { end: 'a' }, expected: ['A', 'a'] },
        { note: 'turned round', range: { descending: true }, expected: ['d', 'c', 'b', 'a', 'A'] },
        {
          note: 'turned round, it starts at the greater bound',
          range: { start: 'c', end: 'a', descending: true },
          expected: ['c', 'b', 'a'],
        },
        { note: 'turned round and open below', range: { start: 'b', descending: true }, expected: ['b', 'a', 'A'] },
        { note: 'turned round and open above', range: { end: 'c', descending: true }, expected: ['d', 'c'] },
        { note: 'limited', range: { limit: 2 }, expected: ['A', 'a'] },
        { note: 'limited from the end', range: { limit: 2, descending: true }, expected: ['d', 'c'] },
        { note: 'limited to more than there is', range: { start: 'c', limit: 9 }, expected: ['c', 'd'] },
        { note: 'limited to nothing', range: { limit: 0 }, expected: [] },
        { note: 'end before start', range: { start: 'c', end: 'a' }, expected: [] },
      ]) {
        it(note, async () => {
          expect(await database.ids(range)).toEqual(expected)
          expect((await database.range(range)).map(({ fields }) => fields.id)).toEqual(
            expected.map((id) => id.toUpperCase()),
          )
        })
      }
    })

    it('gives changes since a place, each document once, with its latest content', async () => {
      const none = await database.changes(undefined)
      expect(none).toEqual({ changes: [], last: expect.any(String), isWhole: true })
      const first = await database.put(draft('a', { n: 1 }))
      const second = await database.put({ ...draft('a', { n: 2 }), revision: first })
      const other = await database.put(draft('b', { n: 3 }))
      const all = await database.changes(undefined)
      expect(all.changes.map(({ id, revision, document }) => [id, revision, document?.fields])).toEqual([
        ['a', second, { n: 2 }],
        ['b', other, { n: 3 }],
      ])
      expect((await database.changes(none.last)).changes).toEqual(all.changes)
      const quiet = await database.changes(all.last)
      expect(quiet.changes).toEqual([])
      const tombstone = await database.remove('b', other)
      expect((await database.changes(quiet.last)).changes).toEqual([{ id: 'b', revision: tombstone, deleted: true }])
    })

    it('gives all changes anew where the database was removed and made again since', async () => {
      await database.bulk([draft('a'), draft('b')])
      const { last } = await database.changes(undefined)
      expect((await database.changes(last)).isWhole).toBe(false)
      await test.store.destroy(database.name)
      expect(await database.changes(last)).toEqual({ changes: [], last: '0', isWhole: true })
      // CouchDB says to the second when a database was made.
      if (kind === 'CouchDB') await new Promise((resolve) => setTimeout(resolve, 1100))
      await test.store.create(database.name)
      for (const id of ['c', 'd', 'e']) await database.put(draft(id))
      const { changes, isWhole } = await database.changes(last)
      expect({ ids: changes.map(({ id }) => id).sort(), isWhole }).toEqual({ ids: ['c', 'd', 'e'], isWhole: true })
    })

    it('has another mark before a write is acknowledged, whatever it writes', async () => {
      const { name } = database
      const revisionOf = async (id: string) => (await database.get(id))?.revision ?? ''
      const writes = [
        () => database.put(draft('a')),
        () => database.bulk([draft('b')]),
        () => database.fill([{ ...draft('c'), attachments: [] }]),
        () => test.store.writeTogether([{ database: name, draft: draft('d') }]),
        async () => database.settle({ ...draft('a'), revision: await revisionOf('a') }, []),
        async () => database.remove('b', await revisionOf('b')),
        () => test.store.destroy(name),
      ]
      for (const write of writes) {
        const before = await vi.waitFor(() => database.mark() ?? expect.fail('it is not heard'))
        await write()
        expect(database.mark()).not.toBe(before)
      }
      if (kind === 'embedded') {
        const before = database.mark()
        await test.store.create(name)
        expect(database.mark()).not.toBe(before)
      }
    })

    it('pages through more changes than one request carries', async () => {
      await database.bulk(Array.from({ length: 1203 }, (_, n) => draft(`document-${n}`)))
      expect((await database.changes(undefined)).changes).toHaveLength(1203)
    })

    it('gives a document once that changes while its changes are read', async () => {
      await database.bulk(Array.from({ length: 1203 }, (_, n) => draft(`document-${n}`)))
      const before = await database.getMany(Array.from({ length: 5 }, (_, n) => `document-${n}`))
      const again = before.flatMap((document) => (document === undefined ? [] : [{ ...document, fields: { n: 2 } }]))
      const [read] = await Promise.all([database.changes(undefined), ...again.map((each) => database.put(each))])
      expect(new Set(read.changes.map(({ id }) => id)).size).toBe(read.changes.length)
      const { changes } = await database.changes(read.last)
      const seen = [...read.changes, ...changes].filter(({ document }) => document?.fields.n === 2)
      expect(new Set(seen.map(({ id }) => id)).size).toBe(5)
    })

    it('keeps keys that JavaScript treats specially', async () => {
      const fields = JSON.parse(
        '{"a":{"__proto__":{"b":[{"__proto__":1}]},"constructor":2,"toString":null},"constructor":{},"toString":3}',
      ) as JsonObject
      const hidden = JSON.parse('{"__proto__":{"x":1}}') as JsonObject
      await database.put(draft('x', fields, hidden))
      const read = await database.get('x')
      expect(JSON.stringify(read?.fields)).toBe(JSON.stringify(fields))
      expect(JSON.stringify(read?.private)).toBe(JSON.stringify(hidden))
      const [inRange] = await database.range()
      const { changes } = await database.changes(undefined)
      expect(JSON.stringify([inRange?.fields, changes[0]?.document?.fields])).toBe(JSON.stringify([fields, fields]))
      expect(({} as Record<string, unknown>).x).toBeUndefined()
    })

    for (const key of ['_id', '_anything', 'pvt_type', '__proto__']) {
      it(`does not store ${key} as a public field`, async () => {
        const fields = JSON.parse(`{"${key}":1}`) as JsonObject
        expect(await kindOf(database.put(draft('x', fields)))).toBe('internal')
        expect(await database.get('x')).toBeUndefined()
      })
    }

    it('stores what was given, whatever happens to it meanwhile', async () => {
      const fields = { list: [1] }
      const put = database.put(draft('x', fields))
      await put
      fields.list.push(2)
      expect((await database.get('x'))?.fields).toEqual({ list: [1] })
    })

    describe('a database that does not exist', () => {
      it('reads as empty', async () => {
        const missing = test.store.database('missing')
        expect(await missing.get('x')).toBeUndefined()
        expect(await missing.getMany(['x'])).toEqual([undefined])
        expect(await missing.range()).toEqual([])
        expect(await missing.ids()).toEqual([])
        expect(await missing.changes(undefined)).toEqual({ changes: [], last: '0', isWhole: true })
        expect(await missing.attachment('x', 'a')).toBeUndefined()
        expect(await missing.view('d', 'v')).toBeUndefined()
      })

      it('is not created by reading or writing', async () => {
        const missing = test.store.database('missing')
        await missing.get('x')
        await expect(missing.put(draft('x'))).rejects.toMatchObject({
          kind: 'upstream',
          message: 'The database "missing" does not exist.',
        })
        expect(await test.store.databases()).not.toContain('missing')
      })
    })

    describe('names of databases', () => {
      for (const name of [
        'account/a1/b2/c3d4e5f60718293a4b5c6d7e8f90',
        'account/a1/b2/c3d4e5f60718293a4b5c6d7e8f90-202611',
        'numbers/+1555',
        'odd-_$()+/name',
      ]) {
        it(`keeps ${name} apart from others`, async () => {
          await test.store.create(name)
          await test.store.database(name).put(draft('x', { name }))
          expect(await test.store.databases()).toContain(name)
          expect((await test.store.database(name).get('x'))?.fields).toEqual({ name })
          expect(await test.store.database(name.slice(0, -1)).get('x')).toBeUndefined()
          await test.store.destroy(name)
          expect(await test.store.databases()).not.toContain(name)
          expect(await test.store.database(name).get('x')).toBeUndefined()
        })
      }

      for (const name of ['', 'Upper', '1digit', 'a b', '../x', 'a%2Fb', 'account/Ä', 'x'.repeat(300)]) {
        it(`refuses ${JSON.stringify(name.slice(0, 20))}, and reads it as empty`, async () => {
          expect(await kindOf(test.store.create(name))).toBe('invalid')
          expect(await test.store.database(name).get('x')).toBeUndefined()
          expect(await test.store.database(name).ids()).toEqual([])
          expect(await test.store.database(name).view('d', 'v')).toBeUndefined()
          await test.store.destroy(name)
        })
      }
    })

    it('creates a database that is there already without touching it', async () => {
      await database.put(draft('x'))
      await Promise.all([test.store.create(database.name), test.store.create(database.name)])
      expect(await database.ids()).toEqual(['x'])
    })

    it('starts empty when a destroyed database is made again', async () => {
      await database.put(draft('x'))
      await test.store.destroy(database.name)
      await test.store.destroy(database.name)
      await test.store.create(database.name)
      expect(await database.ids()).toEqual([])
      await database.put(draft('x'))
    })

    it('may be closed more than once', async () => {
      const other = await start()
      await other.store.close()
      await other.store.close()
      await other.stop()
    })

    it('answers a ping', async () => {
      await test.store.ping()
    })
  })
}
