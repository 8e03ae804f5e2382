import type { Attachment, BulkOutcome, DocumentDraft } from '../store.ts'
import { missingDatabase } from '../store-errors.ts'
import { assertPublicFields } from '../wire-document.ts'
import { keys } from './keys.ts'
import { fromBytes, nextRevision, toBytes } from './stored-record.ts'
import type { TableChange } from './table.ts'

/** A change of one document on top of the revision that is stored. */
export interface Write {
  readonly id: string
  readonly revision: string | undefined
  /** Undefined: removes the document. */
  readonly content: Content | undefined
}

interface Content extends Pick<DocumentDraft, 'fields' | 'private'> {
  /** Undefined: those that are there stay. */
  readonly attachments?: readonly Attachment[]
}

/** What is stored is what was given, whatever happens to it meanwhile: the content is taken down at once. */
export function toWrite({ id, revision, fields, private: hidden }: DocumentDraft): Write {
  assertPublicFields(fields)
  return { id, revision, content: structuredClone({ fields, private: hidden }) }
}

/** Throws where the database is not there. */
export function requireDatabase(change: TableChange, database: string): void {
  if (change.get(keys.database(database)) === undefined) throw missingDatabase(database)
}

/** Stores it, or leaves everything as it is where its base is not what is stored. */
export function writeOne(change: TableChange, database: string, { id, revision, content }: Write): BulkOutcome {
  const key = keys.document(database, id)
  const bytes = change.get(key)
  const stored = bytes && fromBytes(bytes)
  const current = stored?.isRemoved ? undefined : stored
  if (current?.revision !== revision) return { id, failed: 'conflict' }
  const { fields = {}, private: hidden = {}, attachments: given } = content ?? {}
  const kept = content === undefined ? [] : (current?.attachments ?? [])
  const attachments = given?.map((each) => each.name) ?? kept
  const body = { isRemoved: content === undefined, fields, private: hidden, attachments }
  const next = nextRevision(stored?.revision, body)
  const sequence = change.nextSequence()
  if (stored !== undefined) change.remove(keys.change(database, stored.sequence))
  if (content === undefined) {
    for (const each of current?.attachments ?? []) change.remove(keys.attachment(database, id, each))
  }
  for (const each of given ?? []) change.put(keys.attachment(database, id, each.name), each.bytes)
  change.put(keys.change(database, sequence), Buffer.from(id))
  change.put(key, toBytes({ revision: next, sequence, ...body }))
  return { id, revision: next }
}
