import type { JsonObject } from '@strata/json'

/**
 * `GET …/conflicts` beside a category or a storage document: what it says in each of its versions. CouchDB keeps them all
 * where two servers changed a document while they could not reach each other, and everybody reads one of them.
 */
export type DocumentVersions = {
  /** Of the version that is read. */
  revision: string
  /** Of the others. */
  conflicts: string[]
  /** The one that is read first; not all where there are many. Empty where there is no other. */
  versions: DocumentVersion[]
}

export type DocumentVersion = {
  revision: string
  /** When it was saved, as ISO 8601; null where it does not say. */
  modified: string | null
  /** As the document itself reads, secrets redacted. */
  document: JsonObject
}

/** `data` of `POST …/conflicts`: the version that stays, and those that were shown. Others by now answer 409. */
export type VersionChoice = {
  keep: string
  revision: string
  conflicts: string[]
}
