import type { Database, Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import type { Logger } from '#bff/logger.ts'
import { type ChangedPointers, changedPointers } from './changed-pointers.ts'
import { privateFields } from './private-fields.ts'
import type { DocumentWriter } from './writer.ts'

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
  function writable(database: string): Database {
    if (readOnly !== undefined) throw new AppError('forbidden', readOnly)
    return store.database(database)
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

  const stamp: DocumentWriter['stamp'] = (write) => ({
    id: write.id,
    ...(write.before === undefined ? {} : { revision: write.before.revision }),
    fields: write.fields,
    private: privateFields(write, { now: clock(), node }),
  })

  return {
    stamp,
    async save(write) {
      const { database, id, fields, before, settles = false, request } = write
      const { conflicts = [] } = before ?? {}
      const draft = stamp(write)
      const table = writable(database)
      const revision = await (settles ? table.settle(draft, conflicts) : table.put(draft))
      const changed = changedPointers(before?.fields ?? {}, fields, mostLogged)
      log('saved', { database, id, changed, versions_removed: settles ? conflicts.length : 0 }, request)
      const left = settles || conflicts.length === 0 ? {} : { conflicts }
      return { id, revision, fields, private: draft.private, ...left }
    },
    async remove(database, before, request) {
      const { id, revision, fields, conflicts = [] } = before
      await writable(database).remove(id, revision)
      const changed = changedPointers(fields, {}, mostLogged)
      log('removed', { database, id, changed, versions_removed: conflicts.length }, request)
    },
  }
}
