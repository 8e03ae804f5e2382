import type { JsonObject } from '@strata/json'
import type { StoredDocument } from '#bff/couch/store.ts'

export const configDatabase = 'system_config'

/** A category's document as it is stored. */
export interface ConfigDocument {
  readonly category: string
  readonly revision: string
  /** What is no section (`id`, values that are not objects) is among them. */
  readonly fields: JsonObject
  readonly isConfig: boolean
  /** Soft-deleted: KAZOO keeps such a document, but nobody reads it. */
  readonly isDeleted: boolean
  /** For the write that replaces it. */
  readonly stored: StoredDocument
}

export function configFromDoc(stored: StoredDocument): ConfigDocument {
  const { id, revision, fields } = stored
  const { type, deleted } = stored.private
  return { category: id, revision, fields, isConfig: type === 'config', isDeleted: deleted === true, stored }
}
