import type { CategoryDetail } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { categoryQuery } from '../api/category.ts'
import { saveCategoryMutation } from '../api/save-category.ts'
import { flushConfigs, flushPlans } from '../review/flush-commands.ts'
import { operationsIn, reduceDraft } from './category-draft.ts'
import type { CategoryDraftState } from './use-category-draft.ts'

interface SaveParts {
  detail: CategoryDetail
  state: CategoryDraftState
  /** Takes the errors of a refused write to their fields. Gives how many found one. */
  onRefused: (error: ApiError) => number
  onStored: () => void
}

export type Saving = ReturnType<typeof useSave>

/** Stores the draft on the revision it was made against, and says what came of it. */
export function useSave({ detail, state, onRefused, onStored }: SaveParts) {
  const t = useTranslations('systemConfigs')
  const client = useQueryClient()
  const [isConflict, setConflict] = useState(false)
  const mutation = useMutation(saveCategoryMutation(detail.id))
  const operations = operationsIn(state.draft.now)

  function tellStored() {
    const commands = `${flushConfigs}\n${flushPlans}`
    showToast({
      title: t('save.stored'),
      description: t('save.storedText', { configs: flushConfigs, plans: flushPlans }),
      tone: 'good',
      action: { label: t('save.copyCommands'), onPress: () => void navigator.clipboard.writeText(commands) },
    })
  }

  function tellFailure(error: Error) {
    if (error instanceof ApiError && error.kind === 'conflict') return setConflict(true)
    const count = error instanceof ApiError && error.kind === 'invalid' ? onRefused(error) : 0
    showToast(
      count > 0
        ? { title: t('save.refused'), description: t('save.refusedText', { count }), tone: 'bad' }
        : { title: t('save.failed'), description: error.message, tone: 'bad' },
    )
  }

  return {
    isPending: mutation.isPending,
    isConflict,
    save() {
      mutation.mutate(
        { base_revision: detail.revision, operations },
        {
          onSuccess: (stored) => {
            state.dispatch({ type: 'discard' })
            onStored()
            if (stored.revision === detail.revision) {
              showToast({ title: t('save.nothingStored'), description: t('save.nothingStoredText') })
            } else tellStored()
          },
          onError: tellFailure,
        },
      )
    },
    /** Loads what is stored now; the draft is then made against that. */
    async reload() {
      const current = await client.fetchQuery(categoryQuery(detail.id))
      setConflict(false)
      const rebased = reduceDraft(state.draft, { type: 'rebase', detail: current })
      const count = operationsIn(rebased.now).length
      showToast({ title: t('conflict.reloaded'), description: t('conflict.reloadedText', { count }) })
    },
  }
}
