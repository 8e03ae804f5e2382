import type { AllDocsOptions, AllDocsRow, BulkResult, WireDocument, WireDraft } from 'pouchdb-core'
import type { UseDatabase } from './database-pool.ts'
import { assertDocumentId, isDocumentId, isDotSegment } from './document-id.ts'
import type { BulkOutcome, Change, Database, DocumentDraft, Range, ViewQuery, ViewRow } from './store.ts'
import { fromWire, toWire } from './wire-document.ts'
import { conflict, isMissing, refused, toAppError } from './wire-errors.ts'

/** PouchDB's local key streams end at U+FFFF when no end is named, and so lose ids beyond it. */
const LAST_ID = '\u{10FFFD}'
const CHANGES_A_REQUEST = 1000

interface Options {
  readonly name: string
  readonly use: UseDatabase
  /** Queries a view, where the back-end has views. */
  readonly view?: (design: string, name: string, query: ViewQuery) => Promise<ViewRow[] | undefined>
}

/** A write as it is asked for: `toDraft` gets the document it replaces. */
interface Write {
  readonly id: string
  readonly revision: string | undefined
  readonly toDraft: (replaced: WireDocument | undefined) => WireDraft
}

/** A database through PouchDB, whichever adapter is beneath. */
export function createPouchDatabase({ name, use, view }: Options): Database {
  async function read<T>(whenMissing: T, work: Parameters<typeof use<T>>[0]): Promise<T> {
    try {
      return await use(work)
    } catch (error) {
      if (isMissing(error)) return whenMissing
      throw toAppError(error, name)
    }
  }

  async function allDocs(options: AllDocsOptions): Promise<AllDocsRow[]> {
    return read<AllDocsRow[]>([], async (pouch) => expected((await pouch.allDocs(options)).rows, Array.isArray))
  }

  async function load(ids: readonly string[]): Promise<(WireDocument | undefined)[]> {
    const keys = ids.filter(isDocumentId)
    const rows = keys.length === 0 ? [] : await allDocs({ keys, include_docs: true })
    const found = new Map(rows.flatMap(({ doc, value }) => (doc && !value?.deleted ? [[doc._id, doc]] : [])))
    return ids.map((id) => found.get(id))
  }

  /**
   * Reads what is replaced first: to carry its attachments over, and because a revision that is not well-formed would
   * otherwise be a fault of the whole request instead of one document's conflict.
   */
  async function write(writes: readonly Write[]): Promise<BulkOutcome[]> {
    for (const { id } of writes) assertDocumentId(id)
    const replacing = writes.filter(({ revision }) => revision !== undefined)
    const documents = await load(replacing.map(({ id }) => id))
    const current = new Map(documents.flatMap((doc) => (doc ? [[doc._id, doc]] : [])))
    const based = writes.filter(({ id, revision }) => revision === undefined || current.get(id)?._rev === revision)
    const results = await send(
      based.map(({ id, revision, toDraft }) => toDraft(revision === undefined ? undefined : current.get(id))),
    )
    const outcomes = new Map(based.map((entry, index) => [entry, results[index]]))
    return writes.map((entry) => toOutcome(entry.id, outcomes.has(entry) ? outcomes.get(entry) : 'stale'))
  }

  async function send(drafts: readonly WireDraft[]): Promise<BulkResult[]> {
    if (drafts.length === 0) return []
    try {
      return await use(async (pouch) => expected(await pouch.bulkDocs(drafts), Array.isArray))
    } catch (error) {
      throw toAppError(error, name)
    }
  }

  async function writeOne(entry: Write): Promise<string> {
    const [outcome] = await write([entry])
    if (outcome !== undefined && 'revision' in outcome) return outcome.revision
    throw outcome?.failed === 'conflict' ? conflict() : refused(entry.id, name)
  }

  /** Design documents lie among the others, so a limited read may have to go on behind them. */
  async function rows({ start, end, descending = false, limit }: Range, documents: boolean): Promise<AllDocsRow[]> {
    const [first, last] = descending ? [start ?? LAST_ID, end] : [start, end ?? LAST_ID]
    const bounds = { ...(first && { startkey: first }), ...(last && { endkey: last }), descending }
    const kept: AllDocsRow[] = []
    let skip = 0
    while (limit === undefined || kept.length < limit) {
      const count = limit === undefined ? {} : { limit: limit - kept.length }
      const found = await allDocs({ ...bounds, ...count, skip, include_docs: documents })
      kept.push(...found.filter(({ key }) => !key.startsWith('_')))
      if (count.limit === undefined || found.length < count.limit) break
      skip += found.length
    }
    return kept
  }

  return {
    name,
    async get(id) {
      if (!isDocumentId(id)) return undefined
      const doc = isDotSegment(id)
        ? (await load([id]))[0]
        : await read<WireDocument | undefined>(undefined, async (pouch) =>
            expected(await pouch.get(id), (document) => document._id === id),
          )
      return doc && fromWire(doc)
    },
    getMany: async (ids) => (await load(ids)).map((doc) => doc && fromWire(doc)),
    put: (draft) => writeOne(toWrite(draft)),
    remove: (id, revision) => writeOne({ id, revision, toDraft: () => ({ _id: id, _rev: revision, _deleted: true }) }),
    bulk: (drafts) => write(drafts.map(toWrite)),
    range: async (range = {}) => (await rows(range, true)).flatMap(({ doc }) => (doc ? [fromWire(doc)] : [])),
    ids: async (range = {}) => (await rows(range, false)).map(({ key }) => key),
    async changes(since) {
      const options = { since: toSequence(since), include_docs: true, batch_size: CHANGES_A_REQUEST }
      const { results, last_seq } = await read({ results: [], last_seq: 0 }, async (pouch) =>
        expected(await pouch.changes(options), ({ last_seq }) => last_seq !== undefined),
      )
      return { changes: results.flatMap(toChange), last: String(last_seq) }
    },
    view: async (design, viewName, query = {}) => view?.(design, viewName, query),
    async attachment(id, attachmentName) {
      if (!isDocumentId(id) || isDotSegment(id)) return undefined
      const found = await read<Uint8Array | Blob | undefined>(undefined, (pouch) =>
        pouch.getAttachment(id, attachmentName),
      )
      return found instanceof Blob ? new Uint8Array(await found.arrayBuffer()) : found
    },
  }
}

/** What answers without being a CouchDB must not be taken for an empty one. */
function expected<T>(answer: T, isExpected: (answer: T) => boolean): T {
  if (isExpected(answer)) return answer
  throw new Error('the answer is not one of CouchDB')
}

function toWrite(draft: DocumentDraft): Write {
  return {
    id: draft.id,
    revision: draft.revision,
    toDraft: (replaced) => toWire(draft, replaced?._attachments),
  }
}

function toOutcome(id: string, result: BulkResult | 'stale' | undefined): BulkOutcome {
  if (result === 'stale') return { id, failed: 'conflict' }
  if (result !== undefined && 'ok' in result) return { id, revision: result.rev }
  return { id, failed: result?.status === 409 ? 'conflict' : 'upstream' }
}

/** LevelDB's sequences are numbers and compared as such; CouchDB's are opaque text. */
function toSequence(since: string | undefined): string | number {
  if (since === undefined) return 0
  return /^\d+$/.test(since) ? Number(since) : since
}

function toChange(result: { id: string; changes: { rev: string }[]; deleted?: boolean; doc?: WireDocument }): Change[] {
  const { id, changes, deleted = false, doc } = result
  const revision = changes[0]?.rev
  if (id.startsWith('_') || revision === undefined) return []
  return [{ id, revision, deleted, ...(deleted || doc === undefined ? {} : { document: fromWire(doc) }) }]
}
