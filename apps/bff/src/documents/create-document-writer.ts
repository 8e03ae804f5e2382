import type { Database, DocumentDraft, Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import type { Logger } from '#bff/logger.ts'
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
  function writable(database: string): Database {
    if (readOnly !== undefined) throw new AppError('forbidden', readOnly)
    return store.database(database)
  }

  function log(
    action: 'saved' | 'removed',
    document: { database: string; id: string; changed: ChangedPointers },
    request: ApiRequest,
  ) {
    const { changed, ...place } = document
    const { accountId, userId } = request.session ?? {}
    const who = { account_id: accountId, user_id: userId }
    const { count, pointers } = changed
    logger.info({ request_id: request.id, who, ...place, changed: count, pointers }, `document ${action}`)
  }

  const stamp: DocumentWriter['stamp'] = (write) => ({
    id: write.id,
    ...(write.before === undefined ? {} : { revision: write.before.revision }),
    fields: write.fields,
    private: privateFields(write, { now: clock(), node }),
  })

  async function saved(write: DocumentWrite, put: (draft: DocumentDraft, database: Database) => Promise<string>) {
    const { database, id, fields, before, request } = write
    const draft = stamp(write)
    const revision = await put(draft, writable(database))
    log('saved', { database, id, changed: changedPointers(before?.fields ?? {}, fields, mostLogged) }, request)
    return { id, revision, fields, private: draft.private }
  }

  return {
    stamp,
    async save(write) {
      const { before } = write
      const document = await saved(write, (draft, database) => database.put(draft))
      return before?.conflicts === undefined ? document : { ...document, conflicts: before.conflicts }
    },
    settle: (write) => saved(write, (draft, database) => database.settle(draft, write.before.conflicts ?? [])),
    async remove(database, before, request) {
      await writable(database).remove(before.id, before.revision)
      log('removed', { database, id: before.id, changed: changedPointers(before.fields, {}, mostLogged) }, request)
    },
  }
}
