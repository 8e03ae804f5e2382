import { createBreathe } from '#bff/scheduling/breathe.ts'
import { latestChanges } from '../latest-changes.ts'
import { assertDocumentId, isDocumentId } from '../names.ts'
import type { Attachment, BulkOutcome, Change, Database, Range, StoredDocument, WholeDocument } from '../store.ts'
import { conflict } from '../store-errors.ts'
import { requireDatabase, toWrite, type Write, writeOne } from './document-write.ts'
import { keys, keysOf, tailOf } from './keys.ts'
import { fromBytes, madeAt, type StoredRecord, toDocument } from './stored-record.ts'
import type { Table } from './table.ts'

/** Changes are read so many at a time, so that other requests are served in between. */
const atOnce = 1000
/** Whole documents are found so many at a time. */
const wholeAtOnce = 100

/** One database of the table. */
export function createEmbeddedDatabase(name: string, table: Table): Database {
  /** A removal that runs, or was cut off, leaves documents of a database that is not there any more. */
  const isThere = async () => (await table.get(keys.database(name))) !== undefined

  async function load(id: string): Promise<StoredRecord | undefined> {
    if (!isDocumentId(id) || !(await isThere())) return undefined
    const bytes = await table.get(keys.document(name, id))
    const record = bytes && fromBytes(bytes)
    return record?.isRemoved ? undefined : record
  }

  async function records(range: Range): Promise<[id: string, record: StoredRecord][]> {
    if (!(await isThere())) return []
    const found: [string, StoredRecord][] = []
    const breathe = createBreathe()
    const { descending = false, limit = Number.POSITIVE_INFINITY } = range
    let bounds = boundsOf(name, range)
    while (found.length < limit) {
      const asked = Math.min(atOnce, limit - found.length)
      const rows = await table.entries({ ...bounds, reverse: descending, limit: asked })
      for (const [key, bytes] of rows) {
        const record = fromBytes(bytes)
        if (!record.isRemoved) found.push([tailOf(key), record])
        await breathe()
      }
      const last = rows.at(-1)?.[0]
      if (last === undefined || rows.length < asked) break
      bounds = descending ? { ...bounds, lt: last } : { ...bounds, gte: `${last}\0` }
    }
    return found
  }

  /** Stores all of them; throws where the database is missing. A write whose base is not what is stored is left out. */
  async function write(writes: readonly Write[]): Promise<BulkOutcome[]> {
    for (const { id } of writes) assertDocumentId(id)
    return table.change((change) => {
      requireDatabase(change, name)
      return writes.map((each) => writeOne(change, name, each))
    })
  }

  /** Undefined where it went meanwhile. What was written while its attachments were read is read again. */
  async function loadWhole(id: string): Promise<WholeDocument | undefined> {
    for (let record = await load(id); record !== undefined; ) {
      const { sequence, fields, private: hidden } = record
      const attachments: Attachment[] = []
      for (const each of record.attachments) {
        const bytes = await table.get(keys.attachment(name, id, each))
        if (bytes !== undefined) attachments.push({ name: each, type: 'application/octet-stream', bytes })
      }
      record = await load(id)
      if (record?.sequence === sequence) return { id, fields, private: hidden, attachments }
    }
    return undefined
  }

  async function only(each: Write): Promise<string> {
    const [outcome] = await write([each])
    if (outcome !== undefined && 'revision' in outcome) return outcome.revision
    throw conflict()
  }

  return {
    name,
    async get(id) {
      const record = await load(id)
      return record && toDocument(id, record)
    },
    async getMany(ids) {
      const breathe = createBreathe()
      const found: (StoredDocument | undefined)[] = []
      for (const id of ids) {
        const record = await load(id)
        found.push(record && toDocument(id, record))
        await breathe()
      }
      return found
    },
    put: async (draft) => only(toWrite(draft)),
    version: async () => undefined,
    async settle(draft, conflicts) {
      if (conflicts.length > 0) throw conflict()
      return only(toWrite(draft))
    },
    remove: async (id, revision) => only({ id, revision, content: undefined }),
    bulk: async (drafts) => (drafts.length === 0 ? [] : write(drafts.map(toWrite))),
    range: async (range = {}) => (await records(range)).map(([id, record]) => toDocument(id, record)),
    ids: async (range = {}) => (await records(range)).map(([id]) => id),
    async changes(since) {
      const record = await table.get(keys.database(name))
      if (record === undefined) return { changes: [], last: '0', isWhole: true }
      // Sequences grow over all databases, so a place from before this one was made belongs to another of its name.
      const made = madeAt(record)
      const isWhole = Number(since ?? 0) < made
      const breathe = createBreathe()
      const changes: Change[] = []
      const bounds = keysOf('s', name)
      let last = isWhole ? made : Number(since)
      while (true) {
        const rows = await table.entries({ lt: bounds.lt, gte: `${keys.change(name, last)}\0`, limit: atOnce })
        for (const [key, bytes] of rows) {
          const id = bytes.toString()
          const record = await table.get(keys.document(name, id))
          if (record !== undefined) changes.push(toChange(id, fromBytes(record)))
          last = Number(tailOf(key))
          await breathe()
        }
        if (rows.length < atOnce) return { changes: latestChanges(changes), last: String(last), isWhole }
      }
    },
    // Sequences grow over all databases: a write to another costs one look that finds nothing.
    mark: () => String(table.lastSequence()),
    view: async () => undefined,
    async attachment(id, attachmentName) {
      const record = await load(id)
      if (!record?.attachments.includes(attachmentName)) return undefined
      return table.get(keys.attachment(name, id, attachmentName))
    },
    async *whole() {
      const { gte, lt } = keysOf('d', name)
      for (let from = gte; ; ) {
        const rows = await table.entries({ gte: from, lt, limit: wholeAtOnce })
        for (const [key] of rows) {
          const document = await loadWhole(tailOf(key))
          if (document !== undefined) yield document
          from = `${key}\0`
        }
        if (rows.length < wholeAtOnce) return
      }
    },
    async fill(documents) {
      const outcomes = await write(documents.map((each) => ({ id: each.id, revision: undefined, content: each })))
      if (outcomes.some((outcome) => 'failed' in outcome)) throw conflict()
    },
  }
}

function boundsOf(database: string, { start, end, descending = false }: Range): { gte: string; lt: string } {
  const all = keysOf('d', database)
  const [least, greatest] = descending ? [end, start] : [start, end]
  return {
    gte: least === undefined ? all.gte : keys.document(database, least),
    lt: greatest === undefined ? all.lt : `${keys.document(database, greatest)}\0`,
  }
}

function toChange(id: string, record: StoredRecord): Change {
  const { revision, isRemoved } = record
  return { id, revision, deleted: isRemoved, ...(isRemoved ? {} : { document: toDocument(id, record) }) }
}
