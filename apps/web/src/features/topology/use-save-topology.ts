import type { TopologyDetail } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { saveTopologyMutation } from './api/save-topology.ts'
import { assignmentsOf } from './assignments-of.ts'
import type { TopologyDraftState } from './use-topology-draft.ts'

/** Stores the draft on the revision it was made against, and says what came of it. */
export function useSaveTopology(detail: TopologyDetail, state: TopologyDraftState) {
  const t = useTranslations('topology')
  const client = useQueryClient()
  const [isConflict, setConflict] = useState(false)
  const mutation = useMutation(saveTopologyMutation())

  function tellFailure(error: Error) {
    if (error instanceof ApiError && error.kind === 'conflict') return setConflict(true)
    showToast({ title: t('save.failed'), description: reasonOf(error), tone: 'bad' })
  }

  return {
    isPending: mutation.isPending,
    isConflict,
    save() {
      mutation.mutate(
        { base_revision: detail.revision, nodes: assignmentsOf(detail.nodes, state.draft) },
        {
          onSuccess: () => {
            state.discard()
            showToast({ title: t('save.stored'), description: t('save.storedText'), tone: 'good' })
          },
          onError: tellFailure,
        },
      )
    },
    /** Loads what is stored now; the draft is then made against that. */
    async reload() {
      const current = await client.fetchQuery({ ...topologyQuery(), staleTime: 0 })
      setConflict(false)
      const count = state.rebase(current.nodes)
      showToast({ title: t('conflict.reloaded'), description: t('conflict.reloadedText', { count }) })
    },
  }
}

/** What the server says of the first name it refuses, or of the whole. */
function reasonOf(error: Error): string {
  const [keywords] = error instanceof ApiError ? Object.values(error.validation ?? {}) : []
  const [detail] = Object.values(keywords ?? {})
  return typeof detail?.message === 'string' ? detail.message : error.message
}
