import type { JsonObject } from '@strata/json'
import { mutationOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { documentPath, type StoragePlace } from '../pages/place.ts'
import { type StoredStorage, storageDocumentQuery, toStoredStorage } from './storage-document.ts'
import { storageListQuery } from './storage-list.ts'
import { storagePlansQuery } from './storage-plans.ts'

interface StorageWrite {
  readonly fields: JsonObject
  /** Undefined where the document is made by this write. */
  readonly revision: string | undefined
  /** Whether the server stores the back-ends without trying them. */
  readonly isUntested: boolean
}

/** Stores a whole document: makes it, or replaces the revision that the draft stands on and no other. */
export function saveStorageMutation(place: StoragePlace) {
  return mutationOptions({
    mutationFn: async ({ fields, revision, isUntested }: StorageWrite): Promise<StoredStorage> => {
      const path = `${documentPath(place)}${isUntested ? '?validate_settings=false' : ''}`
      const answer =
        revision === undefined
          ? await api.put<JsonObject>(path, fields)
          : await api.post<JsonObject>(path, fields, { ifMatch: revision })
      return toStoredStorage(answer.data, answer.revision)
    },
    onSuccess: async (stored, _write, _result, { client }) => {
      const storedPlace = place.scope === 'plan' ? { ...place, planId: stored.id } : place
      client.setQueryData(storageDocumentQuery(storedPlace).queryKey, stored)
      await Promise.all([
        client.invalidateQueries({ queryKey: storageListQuery().queryKey }),
        ...(place.scope === 'plan'
          ? [client.invalidateQueries({ queryKey: storagePlansQuery(place.accountId).queryKey })]
          : []),
      ])
    },
  })
}
