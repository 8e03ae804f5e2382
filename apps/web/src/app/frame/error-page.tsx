import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { RotateCw } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { ApiError } from '#web/lib/api-error.ts'

/** Stands in for a page that could not be shown: a failed request, or a mistake of ours. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  return error instanceof ApiError ? <FailedPage error={error} reset={reset} /> : <BrokenPage error={error} />
}

const RETRY_EVERY = 5_000

function FailedPage({ error, reset }: { error: ApiError; reset: () => void }) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const isPassing = error.kind === 'offline' || error.kind === 'unavailable'

  const retry = useCallback(() => {
    queries.reset()
    reset()
    void router.invalidate()
  }, [queries, reset, router])

  useEffect(() => {
    if (!isPassing) return
    const timer = setInterval(retry, RETRY_EVERY)
    return () => clearInterval(timer)
  }, [isPassing, retry])

  return <ErrorState error={error} onRetry={retry} />
}

function BrokenPage({ error }: { error: unknown }) {
  const t = useTranslations('errors.page')
  return (
    <div role="alert">
      <EmptyState
        icon={<RotateCw aria-hidden="true" />}
        title={t('title')}
        action={
          <Button variant="primary" onPress={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        <p>{t('remedy')}</p>
        <p>
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </p>
      </EmptyState>
    </div>
  )
}
