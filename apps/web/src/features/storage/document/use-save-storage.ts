import type { ValidationErrors } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { showToast } from '#web/components/toast.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { useFailureWords } from '#web/lib/use-failure-words.ts'
import { saveStorageMutation } from '../api/save-storage.ts'
import type { StoredStorage } from '../api/storage-document.ts'
import { storageDocumentQuery } from '../api/storage-document.ts'
import { isFailedTest } from '../entry-tests/failed-tests.ts'
import type { StoragePlace } from '../pages/place.ts'
import type { Rejection } from './document-errors.ts'
import type { StorageDraft } from './use-storage-draft.ts'

const nothingRejected: Rejection = { sent: {}, errors: [] }

/** How every node comes to follow what was stored. */
export const flushCommand = 'sup kazoo_data_maintenance flush_data_plans'

interface SaveListener {
  readonly onStored: (stored: StoredStorage, sent: JsonObject) => void
  readonly onInvalid: (sent: JsonObject, errors: ValidationErrors) => void
}

/** Stores the draft on the revision that it stands on, and says what came of it. */
export function useSaveStorage(place: StoragePlace, draft: StorageDraft, { onStored, onInvalid }: SaveListener) {
  const t = useTranslations('storage')
  const words = useFailureWords()
  const client = useQueryClient()
  const mutation = useMutation(saveStorageMutation(place))
  const [isConflict, setConflict] = useState(false)
  const [rejection, setRejection] = useState(nothingRejected)
  const [hasFailedTests, setFailedTests] = useState(false)

  function tellStored() {
    showToast({
      title: t('saved.title'),
      description: t('saved.description', { command: flushCommand }),
      tone: 'good',
      action: { label: t('saved.copy'), onPress: () => void navigator.clipboard.writeText(flushCommand) },
    })
  }

  function tellFailure(error: Error) {
    if (error instanceof ApiError && error.kind === 'conflict') return setConflict(true)
    if (error instanceof ApiError && error.validation !== undefined) {
      setFailedTests(isFailedTest(error.validation))
      onInvalid(draft.fields, error.validation)
      return setRejection({ sent: draft.fields, errors: fromValidationErrors(error.validation) })
    }
    showToast({ title: t('failed'), description: words(error), tone: 'bad' })
  }

  return {
    isPending: mutation.isPending,
    isConflict,
    rejection,
    /** Whether the last save failed for nothing but back-ends that did not stand their test. */
    hasFailedTests,
    save({ isUntested = false } = {}) {
      setRejection(nothingRejected)
      setFailedTests(false)
      mutation.mutate(
        { fields: draft.fields, revision: draft.stored?.revision, isUntested },
        {
          onSuccess: (stored) => {
            setConflict(false)
            draft.begin(stored)
            tellStored()
            onStored(stored, draft.fields)
          },
          onError: tellFailure,
        },
      )
    },
    /** Loads what is stored now and puts the draft's changes on top of it. */
    async reload() {
      try {
        const current = await client.fetchQuery(storageDocumentQuery(place))
        const overlaps = draft.rebase(current)
        setConflict(false)
        showToast({
          title: current === null ? t('conflict.gone') : t('conflict.done', { revision: revisionNumber(current) }),
          description: overlaps.length === 0 ? t('conflict.clean') : t('conflict.overlaps', { count: overlaps.length }),
        })
      } catch (error) {
        showToast({ title: t('conflict.failed'), description: words(error), tone: 'bad' })
      }
    },
  }
}

/** How many times a document was stored: what of its revision a person reads. */
export function revisionNumber({ revision }: StoredStorage): string {
  return revision.split('-')[0] ?? revision
}
