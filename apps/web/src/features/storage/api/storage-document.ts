import type { JsonObject } from '@strata/json'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { ApiError } from '#web/lib/api-error.ts'
import { documentPath, type StoragePlace } from '../pages/place.ts'

/**
 * The document at a place; null where there is none yet, which a plan cannot be.
 * Not asked for again by itself: a draft stands on it.
 */
export function storageDocumentQuery(place: StoragePlace) {
  return queryOptions({
    queryKey: ['storage', 'document', documentPath(place)],
    queryFn: async ({ signal }): Promise<StoredStorage | null> => {
      if (place.scope === 'plan' && place.planId === undefined) return null
      try {
        const { data, revision } = await api.get<JsonObject>(documentPath(place), { signal })
        return toStoredStorage(data, revision)
      } catch (error) {
        if (place.scope !== 'plan' && error instanceof ApiError && error.kind === 'not-found') return null
        throw error
      }
    },
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Which revision of the document at a place is stored now; null for none. */
export async function storedStorageRevision(place: StoragePlace): Promise<string | null> {
  if (place.scope === 'plan' && place.planId === undefined) return null
  try {
    return (await api.get<JsonObject>(documentPath(place))).revision ?? null
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return null
    throw error
  }
}

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
