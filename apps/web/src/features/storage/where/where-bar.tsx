import type { RouteProblem } from '@strata/api-types'
import type { StorageLayer } from '@strata/storage-plan'
import { Route } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import type { ShownUser } from '../api/users.ts'
import type { RouteAnswer } from './route-answer.ts'
import styles from './where.module.css'
import { WhereAnswer } from './where-answer.tsx'
import { WhereFields } from './where-fields.tsx'
import type { WhereQuestion } from './where-question.ts'

interface WhereBarProps {
  question: WhereQuestion
  onAsk: (question: WhereQuestion) => void
  users: readonly ShownUser[] | undefined
  layers: readonly StorageLayer[]
  /** Whose documents are meant, where that is not plain. */
  about?: ReactNode
  /** The answer is for a draft. */
  isUnsaved?: boolean
  /** Undefined while it is waited for. */
  answer: RouteAnswer | undefined
  error: Error | null
  onRetry: () => void
  showProblem?: (problem: RouteProblem) => ReactNode
}

/** "Where does it go?": a question about documents, and its answer. */
export function WhereBar(props: WhereBarProps) {
  const { question, onAsk, users, layers, about, isUnsaved = false, answer, error, onRetry, showProblem } = props
  const t = useTranslations('storageWhere.ask')
  const id = useId()
  return (
    <section className={styles.bar} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          <Route aria-hidden="true" /> {t('title')}
        </h2>
        {about === undefined ? null : <p className={styles.about}>{about}</p>}
        {isUnsaved ? <Chip tone="unsaved">{t('unsaved')}</Chip> : null}
      </header>
      <WhereFields question={question} onAsk={onAsk} users={users} layers={layers} />
      <div className={styles.answer} aria-live="polite">
        {error !== null ? <ErrorState error={error} onRetry={onRetry} /> : null}
        {error === null && answer === undefined ? <Skeleton lines={3} /> : null}
        {error !== null || answer === undefined ? null : (
          <WhereAnswer answer={answer} type={question.type} {...(showProblem === undefined ? {} : { showProblem })} />
        )}
      </div>
    </section>
  )
}
