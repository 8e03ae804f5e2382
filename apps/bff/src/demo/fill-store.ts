import type { DocumentDraft, Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'

const documentsABatch = 500

/** A document to be created, and where. */
export interface PlacedDraft extends DocumentDraft {
  /** Made unless it is there. */
  readonly database: string
}

/**
 * Writes documents in bulk, one request for up to 500 of the same database. Gives how many were new.
 * - they may come one by one and without end: only one batch is held at a time
 * - a document that is there already stays as it is
 * Throws `upstream` when the store refuses one.
 */
export async function fillStore(store: Store, documents: Iterable<PlacedDraft>): Promise<number> {
  let written = 0
  for (const { database, drafts } of batches(documents)) {
    await store.create(database)
    for (const outcome of await store.database(database).bulk(drafts)) {
      if ('revision' in outcome) written += 1
      else if (outcome.failed !== 'conflict') {
        throw new AppError('upstream', `The store refused document ${outcome.id} of database ${database}.`)
      }
    }
  }
  return written
}

function* batches(documents: Iterable<PlacedDraft>): Generator<{ database: string; drafts: DocumentDraft[] }> {
  let batch: { database: string; drafts: DocumentDraft[] } | undefined
  for (const { database, ...draft } of documents) {
    if (batch !== undefined && (batch.database !== database || batch.drafts.length === documentsABatch)) {
      yield batch
      batch = undefined
    }
    batch ??= { database, drafts: [] }
    batch.drafts.push(draft)
  }
  if (batch !== undefined) yield batch
}
