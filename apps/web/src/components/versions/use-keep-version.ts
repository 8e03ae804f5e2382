import type { DocumentVersions } from '@strata/api-types'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiError } from '#web/lib/api-error.ts'
import { useFailureWords } from '#web/lib/use-failure-words.ts'
import { showToast } from '../toast.tsx'
import { keepVersionMutation } from './versions-query.ts'

/** Keeps one version of those that were shown, and says what came of it. */
export function useKeepVersion(path: string, onKept: () => void) {
  const t = useTranslations('versions')
  const words = useFailureWords()
  const mutation = useMutation(keepVersionMutation(path))

  function reasonOf(error: Error): string {
    if (error instanceof ApiError && error.kind === 'conflict') return t('changed')
    return firstMessage(error) ?? words(error)
  }

  return {
    isPending: mutation.isPending,
    keep({ revision, conflicts }: DocumentVersions, keep: string, onEnd: () => void) {
      mutation.mutate(
        { keep, revision, conflicts },
        {
          onSuccess: () => {
            showToast({ title: t('kept'), description: t('keptText'), tone: 'good' })
            onKept()
          },
          onError: (error) => showToast({ title: t('failed'), description: reasonOf(error), tone: 'bad' }),
          onSettled: onEnd,
        },
      )
    },
  }
}

/** What is wrong with a version that only somebody else may keep. */
function firstMessage(error: Error): string | undefined {
  const [keywords] = error instanceof ApiError ? Object.values(error.validation ?? {}) : []
  const [detail] = Object.values(keywords ?? {})
  return typeof detail?.message === 'string' ? detail.message : undefined
}
