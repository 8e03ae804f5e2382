import type { JsonObject } from '@strata/json'

/** A storage document or plan as it is stored, its secrets hidden. */
export interface StoredStorage {
  readonly id: string
  readonly fields: JsonObject
  /** Base of the next write. */
  readonly revision: string
}

/** Reads what the API answered for one document. */
export function toStoredStorage(data: JsonObject, revision: string | undefined): StoredStorage {
  const { id, _read_only, ...fields } = data
  return { id: typeof id === 'string' ? id : '', fields, revision: revision ?? '' }
}
