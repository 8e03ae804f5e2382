import type { Store } from '#bff/couch/store.ts'
import { RefusedWrites } from '#bff/couch/store-errors.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import type { Logger } from '#bff/logging/logger.ts'
import { type ChangedPointers, changedPointers } from './changed-pointers.ts'
import { privateFields } from './private-fields.ts'
import type { DocumentWrite, DocumentWriter } from './writer.ts'

interface Parts {
  readonly store: Store
  /** Why nothing may be written; undefined where writes are allowed. */
  readonly readOnly: string | undefined
  readonly node: string
  readonly clock: () => Date
  readonly logger: Logger
}

/** A log line names this many changed leaves at most. */
const mostLogged = 100

/** The writer over a store. */
export function createDocumentWriter({ store, readOnly, node, clock, logger }: Parts): DocumentWriter {
  function writableStore(): Store {
    if (readOnly !== undefined) throw new AppError('forbidden', readOnly)
    return store
  }

  function log(
    action: 'saved' | 'removed',
    document: { database: string; id: string; changed: ChangedPointers; versions_removed: number },
    request: ApiRequest,
  ) {
    const { changed, versions_removed: removed, ...place } = document
    const versions = removed === 0 ? {} : { versions_removed: removed }
    const { accountId, userId } = request.session ?? {}
    const who = { account_id: accountId, user_id: userId }
    const { count, pointers } = changed
    logger.info({ request_id: request.id, who, ...place, changed: count, pointers, ...versions }, `document ${action}`)
  }

  function logSaved({ database, id, fields, before, settles, request }: DocumentWrite): void {
    const changed = changedPointers(before?.fields ?? {}, fields, mostLogged)
    const removed = settles ? (before?.conflicts ?? []) : []
    log('saved', { database, id, changed, versions_removed: removed.length }, request)
  }

  const stamp: DocumentWriter['stamp'] = (write) => ({
    id: write.id,
    ...(write.before === undefined ? {} : { revision: write.before.revision }),
    fields: write.fields,
    private: privateFields(write, { now: clock(), node }),
  })

  return {
    stamp,
    async save(write) {
      const { database, id, fields, before, settles = false } = write
      const { conflicts = [] } = before ?? {}
      const draft = stamp(write)
      const table = writableStore().database(database)
      const revision = await (settles ? table.settle(draft, conflicts) : table.put(draft))
      logSaved(write)
      const left = settles || conflicts.length === 0 ? {} : { conflicts }
      return { id, revision, fields, private: draft.private, ...left }
    },
    async saveTogether(writes) {
      const placed = writes.map((write) => ({ database: write.database, draft: stamp(write) }))
      const logFirst = (count: number) => writes.slice(0, count).forEach(logSaved)
      try {
        const revisions = await writableStore().writeTogether(placed)
        logFirst(revisions.length)
        return revisions
      } catch (error) {
        if (error instanceof RefusedWrites) logFirst(error.stored.length)
        throw error
      }
    },
    async remove(database, before, request) {
      const { id, revision, fields, conflicts = [] } = before
      await writableStore().database(database).remove(id, revision)
      const changed = changedPointers(fields, {}, mostLogged)
      log('removed', { database, id, changed, versions_removed: conflicts.length }, request)
    },
  }
}
