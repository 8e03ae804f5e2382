import { mutationOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { removalPath, type StoragePlace } from '../pages/place.ts'
import { storageDocumentQuery } from './storage-document.ts'
import { storageListQuery } from './storage-list.ts'
import { storagePlansQuery } from './storage-plans.ts'
import { touchedAccountsQuery } from './touched-accounts.ts'

interface StorageRemoval {
  readonly revision: string
  /** Also a plan that accounts follow. */
  readonly isForced: boolean
}

/** Deletes a document for good, as long as it is still the revision that was looked at. */
export function removeStorageMutation(place: StoragePlace) {
  return mutationOptions({
    mutationFn: async ({ revision, isForced }: StorageRemoval) => {
      await api.delete(removalPath(place), { ifMatch: revision, query: { force: isForced || undefined } })
    },
    // Somebody may have given the plan to an account meanwhile: then the server refuses, and there is more to ask.
    onError: (_error, _removal, _result, { client }) =>
      client.invalidateQueries({ queryKey: touchedAccountsQuery(place).queryKey }),
    onSuccess: async (_nothing, _removal, _result, { client }) => {
      if (place.scope === 'plan') {
        await client.invalidateQueries({ queryKey: storagePlansQuery(place.accountId).queryKey })
        return
      }
      client.setQueryData(storageDocumentQuery(place).queryKey, null)
      await client.invalidateQueries({ queryKey: storageListQuery().queryKey })
    },
  })
}
