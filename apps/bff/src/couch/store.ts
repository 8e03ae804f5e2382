import type { JsonObject, JsonValue } from '@strata/json'

/**
 * A stored document with its public and private halves apart, so that nothing above `couch/` meets CouchDB's spelling.
 * - `fields`: top-level keys that begin neither with `_` nor with `pvt_`
 * - `private`: the `pvt_*` keys, named without the prefix (`pvt_account_id` → `account_id`)
 */
export interface StoredDocument {
  readonly id: string
  /** Opaque. Changes with every write. */
  readonly revision: string
  readonly fields: JsonObject
  readonly private: JsonObject
  /**
   * Revisions of its other versions: CouchDB keeps them all where two servers changed a document while they could not
   * reach each other, and shows one. Absent where there is none, as always in the embedded store.
   */
  readonly conflicts?: readonly string[]
}

/** What a write takes: without `revision` it creates, with one it replaces exactly that revision. */
export interface DocumentDraft {
  readonly id: string
  readonly revision?: string
  readonly fields: JsonObject
  readonly private: JsonObject
}

/** What lies beside a document under a name. */
export interface Attachment {
  readonly name: string
  /** Its media type. The embedded store keeps none. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** A document with its attachments, as a backup keeps it: without its revision, which every store gives anew. */
export interface WholeDocument extends Omit<StoredDocument, 'revision' | 'conflicts'> {
  readonly attachments: readonly Attachment[]
}

/**
 * Inclusive key range over document ids, ordered by their UTF-8 bytes. Design documents are left out.
 * As in CouchDB `start` is where reading begins: with `descending` it is the greater of the two.
 */
export interface Range {
  readonly start?: string
  readonly end?: string
  readonly descending?: boolean
  readonly limit?: number
}

export interface Change {
  readonly id: string
  readonly revision: string
  readonly deleted: boolean
  /** Present unless deleted. */
  readonly document?: StoredDocument
}

/** What happened in a database after a place. */
export interface Changes {
  /** Each document once. */
  readonly changes: Change[]
  /** The place to go on from; `'0'` while the database does not exist. */
  readonly last: string
  /**
   * Whether these are all documents there are, so that whatever was read before counts no more: at the first reading,
   * and where the database was made anew or taken back to an earlier state.
   */
  readonly isWhole: boolean
}

export type BulkOutcome = { readonly id: string } & (
  | { readonly revision: string }
  | { readonly failed: 'conflict' | 'upstream' }
)

export interface ViewQuery {
  readonly key?: JsonValue
  readonly start?: JsonValue
  readonly end?: JsonValue
  readonly descending?: boolean
  readonly limit?: number
}

export interface ViewRow {
  readonly id: string
  readonly key: JsonValue
  readonly value: JsonValue
}

/**
 * One database. Every method throws `AppError`: `conflict` when a revision is not the current one, `unavailable` when
 * the store cannot be reached, `upstream` for any other fault. A database that does not exist reads as empty
 * (`get` → undefined, `range` → []); only `Store.create` creates it, and a write before that is an `upstream` fault.
 * - an id that is empty or begins with `_` reads as missing; writing it is `invalid`
 * - attachments of a document that is replaced are kept
 */
export interface Database {
  readonly name: string
  get(id: string): Promise<StoredDocument | undefined>
  /** The ids are kept in order; a missing one gives `undefined`. One request. */
  getMany(ids: readonly string[]): Promise<(StoredDocument | undefined)[]>
  /** Saved durably when the promise resolves. Gives the new revision. */
  put(draft: DocumentDraft): Promise<string>
  /** What another version of a document says, by its revision among `conflicts`; undefined where it is gone. */
  version(id: string, revision: string): Promise<StoredDocument | undefined>
  /**
   * Replaces a document and then removes its other versions, which are those of `conflicts`: a `conflict` where they are
   * not. Gives the new revision.
   */
  settle(draft: DocumentDraft, conflicts: readonly string[]): Promise<string>
  /**
   * Leaves a bare tombstone, of its other versions too. Gives the tombstone's revision. A document that is not there is
   * a `conflict`.
   */
  remove(id: string, revision: string): Promise<string>
  bulk(drafts: readonly DocumentDraft[]): Promise<BulkOutcome[]>
  range(range?: Range): Promise<StoredDocument[]>
  ids(range?: Range): Promise<string[]>
  /** Changes after `since`; starts with `undefined`. */
  changes(since: string | undefined): Promise<Changes>
  /**
   * What tells, for no more than a look at memory, whether the database may have changed: as long as it gives the same,
   * there are no changes to be read. It gives another one before a write of this process is acknowledged or refused, and
   * as soon as it hears of one by others. Undefined while it hears nothing: then only `changes` tells.
   */
  mark(): string | undefined
  /** Rows of a view that KAZOO made; `undefined` where this store or database has no such view. */
  view(design: string, name: string, query?: ViewQuery): Promise<ViewRow[] | undefined>
  /** Bytes of an attachment, `undefined` when there is none. */
  attachment(id: string, name: string): Promise<Uint8Array | undefined>
  /**
   * Every document, in the order of ids, each as it was at one moment while it is read. Takes little memory, and the
   * usual patience for each step.
   */
  whole(): AsyncIterable<WholeDocument>
  /** Stores documents that are not there yet, attachments and all. Throws at the first that is. */
  fill(documents: readonly WholeDocument[]): Promise<void>
}

/** One of several writes: a document that is stored, or removed at its revision. */
export type PlacedWrite = { readonly database: string } & (
  | { readonly draft: DocumentDraft }
  | { readonly removed: Pick<StoredDocument, 'id' | 'revision'> }
)

/** CouchDB's document model, over the embedded store or CouchDB itself. Database names are plain: `account/ab/cd/…`. */
export interface Store {
  readonly kind: 'embedded' | 'couchdb'
  database(name: string): Database
  databases(): Promise<string[]>
  /** Creates a database unless it exists. Throws `invalid` for a name that CouchDB does not allow. */
  create(name: string): Promise<void>
  destroy(name: string): Promise<void>
  /**
   * Writes documents that belong together, in any databases, one on top of the other. Gives their new revisions.
   * - embedded: in one step, all of them or none
   * - CouchDB, which has no such step: in the order given, up to the first that is refused; those before it stay stored
   * Throws `RefusedWrites` with the kind that `put` and `remove` throw, which says where it stopped and what is stored
   * (`unavailable` leaves open whether the one where it stopped is); any other `AppError` where nothing of it was.
   */
  writeTogether(writes: readonly PlacedWrite[]): Promise<string[]>
  /** Resolves when the store answers an authenticated request; throws `unavailable` or `upstream`. */
  ping(): Promise<void>
  close(): Promise<void>
}
