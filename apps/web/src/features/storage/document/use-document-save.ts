import type { JsonObject } from '@strata/json'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import type { DraftState } from '#web/lib/draft/use-draft.ts'
import { useSave } from '#web/lib/draft/use-save.ts'
import { saveStorageMutation } from '../api/save-storage.ts'
import { type StoredStorage, storageDocumentQuery, storedStorageRevision } from '../api/storage-document.ts'
import { storageSettingsQuery } from '../api/storage-settings.ts'
import { isFailedTest } from '../entry-tests/failed-tests.ts'
import type { EntryTests } from '../entry-tests/use-entry-tests.ts'
import type { StoragePlace } from '../pages/place.ts'
import { toAccountPlan, toSystemPlan } from '../routes.ts'
import type { useDocumentErrors } from './use-document-errors.ts'

/** How every node comes to follow what was stored. */
const flushCommand = 'sup kazoo_data_maintenance flush_data_plans'

interface SavedDocument {
  readonly place: StoragePlace
  readonly draft: DraftState<StoredStorage | null, JsonObject>
  readonly tests: EntryTests
  readonly errors: ReturnType<typeof useDocumentErrors>
  readonly onStored: () => void
  readonly onRetry: () => void
}

/** Sends a draft, and takes what comes of it to the tests and fields that it is about. */
export function useDocumentSave({ place, draft, tests, errors, onStored, onRetry }: SavedDocument) {
  const client = useQueryClient()
  const [hasFailedTests, setFailedTests] = useState(false)
  const settings = useQuery({ ...storageSettingsQuery(), enabled: hasFailedTests })
  const tellStored = useTellStored(place)
  const { stored, history } = draft
  // A plan that is gone is made anew as another one.
  const target = place.scope === 'plan' && stored === null ? { ...place, planId: undefined } : place
  const saving = useSave({
    draft,
    mutation: saveStorageMutation(target),
    load: () => client.fetchQuery(storageDocumentQuery(place)),
    look: () => storedStorageRevision(place),
    onRetry,
    onStored: (made, { fields: sent }) => {
      tests.takeStored(sent, made.fields)
      errors.forgetTry()
      onStored()
      tellStored(made)
    },
    onRefused: ({ validation = {} }, { fields: sent }) => {
      setFailedTests(isFailedTest(validation))
      tests.takeRefusal(sent, validation)
      errors.takeRefusal(sent, validation)
      return true
    },
  })

  function send(isUntested: boolean) {
    errors.forgetRefusal()
    setFailedTests(false)
    saving.save({ fields: history.now, revision: stored?.revision, isUntested })
  }

  return {
    saving,
    send: () => send(false),
    /** Given where only tests of back-ends failed, and the system lets them be stored all the same. */
    sendUntested: hasFailedTests && settings.data?.may_save_untested ? () => send(true) : undefined,
  }
}

/** Says that it is stored, and how nodes come to follow; a plan that was made is at an address of its own. */
function useTellStored(place: StoragePlace) {
  const t = useTranslations('storage.saved')
  const navigate = useNavigate()
  return ({ id }: StoredStorage) => {
    showToast({
      title: t('title'),
      description: t('description', { command: flushCommand }),
      tone: 'good',
      action: { label: t('copy'), onPress: () => void navigator.clipboard.writeText(flushCommand) },
    })
    if (place.scope !== 'plan' || place.planId === id) return
    const { accountId } = place
    const link = accountId === undefined ? toSystemPlan(id) : toAccountPlan(accountId, id)
    void navigate({ ...link, replace: true, ignoreBlocker: true })
  }
}
