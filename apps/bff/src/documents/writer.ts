import type { JsonObject } from '@strata/json'
import type { DocumentDraft, StoredDocument } from '#bff/couch/store.ts'
import type { ApiRequest } from '#bff/http/route.ts'

/** A write that a person asked for. */
export interface DocumentWrite {
  readonly database: string
  /** `pvt_type` of the document. */
  readonly type: 'config' | 'storage' | 'storage_plan' | 'account' | 'user'
  /** The stored document this write is based on; undefined when it creates. */
  readonly before: StoredDocument | undefined
  readonly id: string
  readonly fields: JsonObject
  /** Private members to set beside those every write sets, e.g. `system_plan`. */
  readonly private?: JsonObject
  /** Whether the other versions of `before` go; else they stay. */
  readonly settles?: true
  readonly request: ApiRequest
}

/**
 * The one place where documents that people edit are written: it stamps KAZOO's private fields (who, when, request),
 * refuses on a read-only store, and is where history and change notices will hang.
 */
export interface DocumentWriter {
  /**
   * Throws `forbidden` on a read-only store and `conflict` when `before` is no longer current, or has other versions than
   * those that are to go.
   */
  save(write: DocumentWrite): Promise<StoredDocument>
  /**
   * Saves documents that belong together, as `Store.writeTogether` does: all or nothing on the embedded store. Other
   * versions stay. Gives their new revisions. Throws `forbidden`, and as the store does.
   */
  saveTogether(writes: readonly Omit<DocumentWrite, 'settles'>[]): Promise<string[]>
  /** With all its versions. */
  remove(database: string, before: StoredDocument, request: ApiRequest): Promise<void>
  /** The private half that `save` would store; for bulk writes and tests. */
  stamp(write: DocumentWrite): DocumentDraft
}
