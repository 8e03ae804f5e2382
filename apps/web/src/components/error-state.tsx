import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError, firstRefusal } from '#web/lib/api-error.ts'
import { Button } from './button.tsx'
import styles from './state.module.css'

interface ErrorStateProps {
  error: unknown
  onRetry: () => void
  action?: ReactNode
}

/** What happened, what to do, and the request id to search the logs by. */
export function ErrorState({ error, onRetry, action }: ErrorStateProps) {
  const t = useTranslations('errors')
  const components = useTranslations('components')
  const failure = error instanceof ApiError ? error : undefined
  const kind = failure?.kind ?? 'unexpected'
  // What nobody typed is marked nowhere.
  const refusal = failure && firstRefusal(failure)
  return (
    <div className={styles.state} role="alert">
      <span className={styles.badIcon}>
        <TriangleAlert aria-hidden="true" />
      </span>
      <h2 className={styles.title}>{t(`title.${kind}`)}</h2>
      <div className={styles.text}>
        {failure !== undefined && isSentence(failure.message) ? <p>{failure.message}</p> : null}
        <p>{refusal ?? t(`remedy.${kind}`)}</p>
        {failure?.requestId === undefined ? null : (
          <p className={styles.requestId}>
            {components('requestId')} <code>{failure.requestId}</code>
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Button icon={<RotateCw />} onPress={onRetry}>
          {components('tryAgain')}
        </Button>
        {action}
      </div>
    </div>
  )
}

/** Where the server has nothing to say to a person, the message is the wire's name of the error. */
function isSentence(message: string): boolean {
  return /[.!?]$/.test(message)
}
