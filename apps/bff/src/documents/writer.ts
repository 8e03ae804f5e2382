import { deepEqual, formatPointer, type JsonObject, type JsonValue } from '@strata/json'
import { isBranch, member } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import type { DocumentDraft, Store, StoredDocument } from '#bff/couch/store.ts'
import { RefusedWrites } from '#bff/couch/store-errors.ts'
import type { Logger } from '#bff/logging/logger.ts'
import type { DocumentWrite } from './document-write.ts'
import { privateFields } from './private-fields.ts'

/** A log line names this many changed leaves at most. */
const mostLogged = 100

interface WriterSettings {
  /** Refuses what may not be written. */
  readonly store: Store
  /** Name of this server: KAZOO notes on a config which node saved it. */
  readonly node: string
  readonly clock: () => Date
  readonly logger: Logger
}

/**
 * The one place where documents that people edit are written: it stamps KAZOO's private fields (who, when, request), and
 * is where history and change notices will hang. Its methods throw `forbidden` on a read-only store.
 */
export type DocumentWriter = ReturnType<typeof createDocumentWriter>

export function createDocumentWriter({ store, node, clock, logger }: WriterSettings) {
  /** The document as `save` stores it. */
  function stamp(write: DocumentWrite): DocumentDraft {
    return {
      id: write.id,
      ...(write.before === undefined ? {} : { revision: write.before.revision }),
      fields: write.fields,
      private: privateFields(write, { now: clock(), node }),
    }
  }

  /** Throws `conflict` when `before` is no longer current, or has other versions than those that are to go. */
  async function save(write: DocumentWrite): Promise<StoredDocument> {
    const { database, id, fields, before, settles = false } = write
    const { conflicts = [] } = before ?? {}
    const draft = stamp(write)
    const table = store.database(database)
    const revision = await (settles ? table.settle(draft, conflicts) : table.put(draft))
    logSaved(write)
    const left = settles || conflicts.length === 0 ? {} : { conflicts }
    return { id, revision, fields, private: draft.private, ...left }
  }

  /**
   * Saves documents that belong together, as `Store.writeTogether` does: all or nothing on the embedded store. Other
   * versions stay. Gives their new revisions. Throws as the store does.
   */
  async function saveTogether(writes: readonly Omit<DocumentWrite, 'settles'>[]): Promise<string[]> {
    const placed = writes.map((write) => ({ database: write.database, draft: stamp(write) }))
    const logFirst = (count: number) => writes.slice(0, count).forEach(logSaved)
    try {
      const revisions = await store.writeTogether(placed)
      logFirst(revisions.length)
      return revisions
    } catch (error) {
      if (error instanceof RefusedWrites) logFirst(error.stored.length)
      throw error
    }
  }

  /** With all its versions. Throws `conflict`. */
  async function remove(database: string, before: StoredDocument, actor: Actor): Promise<void> {
    const { id, revision, fields, conflicts = [] } = before
    await store.database(database).remove(id, revision)
    const changed = changedPointers(fields, {}, mostLogged)
    log('removed', { database, id, changed, versions_removed: conflicts.length }, actor)
  }

  function logSaved({ database, id, fields, before, settles, actor }: DocumentWrite): void {
    const changed = changedPointers(before?.fields ?? {}, fields, mostLogged)
    const removed = settles ? (before?.conflicts ?? []) : []
    log('saved', { database, id, changed, versions_removed: removed.length }, actor)
  }

  function log(
    action: 'saved' | 'removed',
    document: { database: string; id: string; changed: ChangedPointers; versions_removed: number },
    { session, requestId }: Actor,
  ): void {
    const { changed, versions_removed: removed, ...place } = document
    const versions = removed === 0 ? {} : { versions_removed: removed }
    const { accountId, userId } = session ?? {}
    const who = { account_id: accountId, user_id: userId }
    const { count, pointers } = changed
    logger.info({ request_id: requestId, who, ...place, changed: count, pointers, ...versions }, `document ${action}`)
  }

  return { stamp, save, saveTogether, remove }
}

/** The leaves of a document that a write set, changed or removed. */
interface ChangedPointers {
  readonly count: number
  /** JSON Pointers of the first of them, without their values. */
  readonly pointers: readonly string[]
}

type Differs = (value: JsonValue, beside: JsonValue | undefined) => boolean

/**
 * The leaves that were set, changed or removed, of which no more than `most` are named.
 * - those that are there now come first, then those that are gone
 */
function changedPointers(before: JsonObject, after: JsonObject, most: number): ChangedPointers {
  const pointers: string[] = []
  let count = 0
  const compare = (object: JsonObject, beside: JsonObject, path: readonly string[], differs: Differs) => {
    for (const key of Object.keys(object)) {
      const [value, other] = [object[key], member(beside, key)]
      if (value === undefined) continue
      if (isBranch(value)) compare(value, isBranch(other) ? other : {}, [...path, key], differs)
      else if (differs(value, isBranch(other) ? undefined : other)) {
        count += 1
        if (pointers.length < most) pointers.push(formatPointer([...path, key]))
      }
    }
  }
  compare(after, before, [], (value, old) => !deepEqual(value, old))
  compare(before, after, [], (_, now) => now === undefined)
  return { count, pointers }
}
