import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { atItsOwnPace } from '../deadline.ts'
import { latestChanges } from '../latest-changes.ts'
import { assertDocumentId, isDatabaseName, isDocumentId, isDotSegment } from '../names.ts'
import type {
  BulkOutcome,
  Change,
  Changes,
  Database,
  DocumentDraft,
  Range,
  StoredDocument,
  ViewQuery,
  ViewRow,
  WholeDocument,
} from '../store.ts'
import { conflict, missingDatabase, refused } from '../store-errors.ts'
import {
  attachmentsFromWire,
  attachmentsToWire,
  conflictsOf,
  fromWire,
  toWire,
  type WireDocument,
} from '../wire-document.ts'
import { type ChangesPosition, databaseState, fromPosition, isSame, readPosition } from './changes-position.ts'
import { type CouchClient, type CouchRequest, unexpected } from './couch-client.ts'
import type { Feeds } from './feeds.ts'

const changesAtOnce = 1000
const wholeAtOnce = 100
/** Documents come with the revisions of their other versions. */
const withDocuments = { include_docs: 'true', conflicts: 'true' }
const nothing: Changes = { changes: [], last: '0', isWhole: true }

/** A database of a CouchDB server. */
export function createCouchDbDatabase(name: string, client: CouchClient, feeds: Feeds): Database {
  const base = encodeURIComponent(name)

  /** Told whatever came of it: a write without an answer may be stored, and a conflict says that somebody else wrote. */
  async function writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } finally {
      feeds.tell(name)
    }
  }

  /** An answer of the kind that is expected; undefined where the document or the database is missing. */
  async function read<T>(request: CouchRequest, shape: (body: JsonValue) => T | undefined): Promise<T | undefined> {
    if (!isDatabaseName(name)) return undefined
    const { status, body } = await client.ask(request)
    if (status === 404) return undefined
    const found = status < 300 ? shape(body) : undefined
    if (found === undefined) throw unexpected(client, status, body)
    return found
  }

  async function rowsOf(request: CouchRequest): Promise<JsonObject[]> {
    return (await read(request, rows)) ?? []
  }

  async function load(ids: readonly string[]): Promise<Map<string, JsonObject>> {
    const keys = [...new Set(ids.filter(isDocumentId))]
    if (keys.length === 0) return new Map()
    const request: CouchRequest = {
      method: 'POST',
      path: `${base}/_all_docs`,
      query: withDocuments,
      body: { keys },
    }
    const found = (await read(request, (body) => oneFor(keys, rows(body)))) ?? []
    return new Map(found.flatMap(({ doc }) => (isDocument(doc) ? [[doc._id, doc]] : [])))
  }

  /**
   * Reads what is replaced first: to carry its attachments over, and because a revision that is not well-formed would
   * otherwise be a fault of the whole request instead of one document's conflict.
   */
  async function write(writes: readonly Write[]): Promise<BulkOutcome[]> {
    for (const { id } of writes) assertDocumentId(id)
    const current = await load(writes.flatMap(({ id, revision }) => (revision === undefined ? [] : [id])))
    const based = writes.filter(({ id, revision }) => revision === undefined || current.get(id)?._rev === revision)
    const results = await store(based.map(({ id, toDocument }) => toDocument(current.get(id))))
    const outcomes = new Map(based.map((each, index) => [each, results[index]]))
    return writes.map((each) => outcomeOf(each.id, outcomes.get(each)))
  }

  async function store(docs: JsonObject[]): Promise<JsonObject[]> {
    if (docs.length === 0) return []
    const request: CouchRequest = { method: 'POST', path: `${base}/_bulk_docs`, body: { docs } }
    const found = await read(request, (body) => oneFor(docs, objects(body)))
    if (found === undefined) throw missingDatabase(name)
    return found
  }

  async function only(each: Write): Promise<string> {
    const [outcome] = await write([each])
    return revisionOf(outcome)
  }

  function revisionOf(outcome: BulkOutcome | undefined): string {
    if (outcome !== undefined && 'revision' in outcome) return outcome.revision
    throw outcome === undefined || outcome.failed === 'conflict' ? conflict() : refused(outcome.id, name)
  }

  /** Gives the tombstones' revisions. */
  async function removeVersions(id: string, revisions: readonly string[]): Promise<string[]> {
    const results = await store(revisions.map((revision) => ({ _id: id, _rev: revision, _deleted: true })))
    return results.map((result) => revisionOf(outcomeOf(id, result)))
  }

  /** Design documents lie among the others, so a limited read may have to go on behind them. */
  async function listed(range: Range, include: Readonly<Record<string, string>>): Promise<JsonObject[]> {
    const { start, end, descending = false, limit } = range
    const kept: JsonObject[] = []
    let skip = 0
    while (limit === undefined || kept.length < limit) {
      const count = limit === undefined ? undefined : limit - kept.length
      const found = await rowsOf({
        method: 'GET',
        path: `${base}/_all_docs`,
        query: {
          ...parameters({ start, end, descending, limit: count }),
          skip: String(skip),
          ...include,
        },
      })
      kept.push(...found.filter(({ id }) => typeof id === 'string' && !id.startsWith('_')))
      if (count === undefined || found.length < count) break
      skip += found.length
    }
    return kept
  }

  async function changesAfter(since: string): Promise<{ changes: Change[]; last: string } | undefined> {
    const changes: Change[] = []
    let last = since
    for (;;) {
      const query = { since: last, ...withDocuments, limit: String(changesAtOnce) }
      const page = await read({ method: 'GET', path: `${base}/_changes`, query }, feedPage)
      if (page === undefined) return undefined
      changes.push(...page.changes)
      last = page.last
      if (page.count < changesAtOnce) return { changes: latestChanges(changes), last }
    }
  }

  /** What the database says of itself. */
  async function state(): Promise<ChangesPosition | undefined> {
    return read({ method: 'GET', path: base }, databaseState)
  }

  async function one(id: string, query: Readonly<Record<string, string>>): Promise<StoredDocument | undefined> {
    return read({ method: 'GET', path: `${base}/${encodeURIComponent(id)}`, query }, (body) =>
      isDocument(body) && body._id === id ? fromWire(body) : undefined,
    )
  }

  async function getMany(ids: readonly string[]): Promise<(StoredDocument | undefined)[]> {
    const found = await load(ids)
    return ids.map((id) => {
      const document = found.get(id)
      return isDocument(document) ? fromWire(document) : undefined
    })
  }

  /** Undefined where it went meanwhile. Attachments come with the document, so that both are of one moment. */
  async function loadWhole(document: WireDocument): Promise<WholeDocument | undefined> {
    const { _id: id, _attachments: stubs } = document
    const path = `${base}/${encodeURIComponent(id)}`
    const found =
      stubs === undefined || isDotSegment(id)
        ? document
        : await read({ method: 'GET', path, query: { attachments: 'true' } }, (body) =>
            isDocument(body) && body._id === id ? body : undefined,
          )
    if (found === undefined) return undefined
    const { fields, private: hidden } = fromWire(found)
    return { id, fields, private: hidden, attachments: attachmentsFromWire(found) }
  }

  return {
    name,
    async get(id) {
      if (!isDocumentId(id)) return undefined
      if (isDotSegment(id)) return (await getMany([id]))[0]
      return one(id, { conflicts: 'true' })
    },
    getMany,
    put: (draft) => writing(async () => only(toWrite(draft))),
    async version(id, revision) {
      return isDocumentId(id) && !isDotSegment(id) ? one(id, { rev: revision }) : undefined
    },
    settle: (draft, conflicts) =>
      writing(async () => {
        const { id, revision, toDocument } = toWrite(draft)
        const saved = await only({
          id,
          revision,
          toDocument(replaced = {}) {
            if (!haveSame(conflicts, conflictsOf(replaced))) throw conflict()
            return toDocument(replaced)
          },
        })
        // Only now: the version to keep may be one of them.
        await removeVersions(id, conflicts)
        return saved
      }),
    remove: (id, revision) =>
      writing(async () => {
        assertDocumentId(id)
        const current = (await load([id])).get(id)
        if (current?._rev !== revision) throw conflict()
        // The one that is read goes last: what another server reads meanwhile is no older version.
        const tombstones = await removeVersions(id, [...conflictsOf(current), revision])
        return tombstones.at(-1) ?? revision
      }),
    bulk: (drafts) => writing(async () => write(drafts.map(toWrite))),
    range: async (range = {}) =>
      (await listed(range, withDocuments)).flatMap(({ doc }) => (isDocument(doc) ? [fromWire(doc)] : [])),
    ids: async (range = {}) => (await listed(range, {})).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
    async changes(since) {
      const known = since === undefined ? undefined : readPosition(since)
      if (known !== undefined) {
        const [now, feed] = await Promise.all([state(), changesAfter(known.sequence)])
        if (now === undefined || feed === undefined) return nothing
        const last = { made: known.made, sequence: feed.last }
        if (isSame(now, last, known)) return { changes: feed.changes, last: fromPosition(last), isWhole: false }
      }
      // What the database is, before what it holds: made anew in between it is taken for another at the next reading.
      const now = await state()
      const feed = now && (await changesAfter('0'))
      if (now === undefined || feed === undefined) return nothing
      return { changes: feed.changes, last: fromPosition({ ...now, sequence: feed.last }), isWhole: true }
    },
    mark: () => (isDatabaseName(name) ? feeds.mark(name) : undefined),
    async view(design, viewName, query = {}) {
      const path = `${base}/_design/${encodeURIComponent(design)}/_view/${encodeURIComponent(viewName)}`
      return read({ method: 'GET', path, query: parameters(query) }, viewRows)
    },
    async attachment(id, attachmentName) {
      if (!isDatabaseName(name) || !isDocumentId(id) || isDotSegment(id)) return undefined
      return client.bytes(
        `${base}/${encodeURIComponent(id)}/${attachmentName.split('/').map(encodeURIComponent).join('/')}`,
      )
    },
    async *whole() {
      let last: string | undefined
      for (;;) {
        const start = last
        const range = { ...(start === undefined ? {} : { start }), limit: wholeAtOnce }
        const rows = await atItsOwnPace(() => listed(range, withDocuments))
        for (const { id, doc } of rows) {
          if (typeof id !== 'string' || id === start) continue
          const document = isDocument(doc) ? await atItsOwnPace(() => loadWhole(doc)) : undefined
          if (document !== undefined) yield document
          last = id
        }
        if (rows.length < wholeAtOnce) return
      }
    },
    fill: (documents) =>
      writing(async () => {
        const docs = documents.map((each) => toWire(each, attachmentsToWire(each.attachments)))
        for (const [index, { rev, error }] of (await store(docs)).entries()) {
          if (typeof rev === 'string') continue
          throw error === 'conflict' ? conflict() : refused(documents[index]?.id ?? '', name)
        }
      }),
  }
}

interface Write {
  readonly id: string
  readonly revision: string | undefined
  /** As CouchDB spells it; is given the document that it replaces. */
  readonly toDocument: (replaced: JsonObject | undefined) => JsonObject
}

function toWrite(draft: DocumentDraft): Write {
  return { id: draft.id, revision: draft.revision, toDocument: (replaced) => toWire(draft, replaced?._attachments) }
}

function outcomeOf(id: string, result: JsonObject | undefined): BulkOutcome {
  if (result === undefined) return { id, failed: 'conflict' }
  if (typeof result.rev === 'string') return { id, revision: result.rev }
  return { id, failed: result.error === 'conflict' ? 'conflict' : 'upstream' }
}

function haveSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each))
}

function isDocument(value: JsonValue | undefined): value is WireDocument {
  return (
    isJsonObject(value) && typeof value._id === 'string' && typeof value._rev === 'string' && value._deleted !== true
  )
}

function parameters(query: { [Name in keyof ViewQuery]: ViewQuery[Name] | undefined }): Record<string, string> {
  const { key, start, end, descending, limit } = query
  const given = Object.entries({ key, startkey: start, endkey: end, descending, limit })
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]])),
  )
}

function objects(body: JsonValue): JsonObject[] | undefined {
  return Array.isArray(body) ? body.filter(isJsonObject) : undefined
}

function rows(body: JsonValue): JsonObject[] | undefined {
  return isJsonObject(body) && body.rows !== undefined ? objects(body.rows) : undefined
}

/** An answer that leaves something out does not say that it is not there. */
function oneFor<T>(asked: readonly unknown[], found: T[] | undefined): T[] | undefined {
  return found?.length === asked.length ? found : undefined
}

function viewRows(body: JsonValue): ViewRow[] | undefined {
  return rows(body)?.flatMap(({ id, key = null, value = null }) => (typeof id === 'string' ? [{ id, key, value }] : []))
}

interface FeedPage {
  readonly changes: Change[]
  /** Of all changes, design documents included. */
  readonly count: number
  readonly last: string
}

function feedPage(body: JsonValue): FeedPage | undefined {
  if (!isJsonObject(body) || body.last_seq === undefined || body.results === undefined) return undefined
  const results = objects(body.results)
  return results && { changes: results.flatMap(toChange), count: results.length, last: String(body.last_seq) }
}

function toChange({ id, changes, deleted, doc }: JsonObject): Change[] {
  const [first] = Array.isArray(changes) ? changes : []
  const revision = isJsonObject(first) ? first.rev : undefined
  if (typeof id !== 'string' || id.startsWith('_') || typeof revision !== 'string') return []
  const isRemoved = deleted === true
  return [{ id, revision, deleted: isRemoved, ...(!isRemoved && isDocument(doc) ? { document: fromWire(doc) } : {}) }]
}
