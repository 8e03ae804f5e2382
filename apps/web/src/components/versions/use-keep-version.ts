import type { DocumentVersions } from '@strata/api-types'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiError, firstRefusal } from '#web/lib/api-error.ts'
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
    return firstRefusal(error) ?? words(error)
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
