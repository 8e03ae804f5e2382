import type { BulkDryRun, BulkOutcome, BulkWrite, DryRun, ValidationErrors } from '@strata/api-types'
import { formatPointer, parsePointer } from '@strata/json'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { Note, ReadOnlyNote } from '#web/components/note.tsx'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { useSession } from '#web/lib/session.tsx'
import { bulkDryRunQuery } from '../api/bulk.ts'
import { flushConfigs } from '../review/flush-commands.ts'
import review from '../review/review-panel.module.css'
import { ReviewResult } from '../review/review-result.tsx'
import { toCategory } from '../routes.ts'
import styles from './sweep-review.module.css'
import { type Sweeping, useSweep } from './use-sweep.ts'

interface SweepReviewProps {
  /** Undefined: nothing is reviewed. */
  write: BulkWrite | undefined
  onClose: () => void
}

/** What mending the chosen findings would do, worked out by the server; then what it did. */
export function SweepReview({ write, onClose }: SweepReviewProps) {
  const t = useTranslations('sweep.review')
  const outcome = useTranslations('sweep.outcome')
  const { read_only: readOnly } = useSession()
  const sweeping = useSweep()
  const isDone = sweeping.outcomes !== undefined
  const canApply = readOnly === null && !isDone

  function close() {
    onClose()
    sweeping.forget()
  }

  return (
    <Dialog
      title={isDone ? outcome('title') : t('title')}
      size="lg"
      isOpen={write !== undefined}
      isDismissable={!sweeping.isPending}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      footer={
        <>
          <Button isDisabled={sweeping.isPending} onPress={close}>
            {t('close')}
          </Button>
          {canApply ? (
            <Button
              variant="primary"
              isPending={sweeping.isPending}
              onPress={() => write !== undefined && sweeping.apply(write)}
            >
              {t('apply')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={review.panel}>
        {readOnly === null ? null : <ReadOnlyNote>{readOnly}</ReadOnlyNote>}
        {write === undefined ? null : <Body write={write} sweeping={sweeping} onClose={close} />}
      </div>
    </Dialog>
  )
}

interface BodyProps {
  write: BulkWrite
  sweeping: Sweeping
  onClose: () => void
}

function Body({ write, sweeping, onClose }: BodyProps) {
  const t = useTranslations('sweep.review')
  const { outcomes, isPending, error: failed } = sweeping
  const isAsked = outcomes === undefined && !isPending
  const { data, error: refused, refetch } = useQuery({ ...bulkDryRunQuery(write), enabled: isAsked })
  if (outcomes !== undefined) return <SweepOutcome outcomes={outcomes} brokenOffBy={failed ?? undefined} />
  if (isPending) return <p role="status">{t('applying', { count: write.changes.length })}</p>
  const error = failed ?? refused
  if (error instanceof ApiError && error.kind === 'conflict') return <Conflict onReread={onClose} sweeping={sweeping} />
  if (error instanceof ApiError && error.validation !== undefined) return <SweepRefusal errors={error.validation} />
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  return data === undefined ? <Skeleton lines={10} /> : <Results result={data} />
}

function Conflict({ onReread, sweeping }: { onReread: () => void; sweeping: Sweeping }) {
  const t = useTranslations('sweep.review')
  return (
    <Note
      tone="warning"
      action={
        <Button
          size="sm"
          onPress={() => {
            sweeping.readAgain()
            onReread()
          }}
        >
          {t('reread')}
        </Button>
      }
    >
      {t('conflict')}
    </Note>
  )
}

/** So many categories stand open from the start. */
const OPEN_AT_FIRST = 3

function Results({ result: { changes } }: { result: BulkDryRun }) {
  const t = useTranslations('sweep.review')
  const changed = changes.reduce((sum, each) => sum + changedKeys(each), 0)
  const stored = changes.reduce((sum, each) => sum + each.stored.length, 0)
  return (
    <>
      <p>
        {t('total', { stored, categories: changes.length })}{' '}
        <b className={styles.verdict}>{changed === 0 ? t('noNode') : t('nodes', { count: changed })}</b>
      </p>
      {changes.map((each) => (
        <CategoryResult key={each.category} result={each} isOpenAtFirst={changes.length <= OPEN_AT_FIRST} />
      ))}
    </>
  )
}

function CategoryResult({ result, isOpenAtFirst }: { result: DryRun; isOpenAtFirst: boolean }) {
  const t = useTranslations('sweep.review')
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { category, stored } = result
  return (
    <details className={styles.category} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('category', { category, stored: stored.length, changed: changedKeys(result) })}</summary>
      {isOpen ? (
        <div className={review.panel}>
          <ReviewResult result={result} />
        </div>
      ) : null}
    </details>
  )
}

function changedKeys({ effects }: DryRun): number {
  return effects.filter(({ changed }) => changed.length > 0).length
}

interface SweepOutcomeProps {
  outcomes: readonly BulkOutcome[]
  /** Why not all of it was stored. */
  brokenOffBy: Error | undefined
}

/** What became of each category. */
function SweepOutcome({ outcomes, brokenOffBy }: SweepOutcomeProps) {
  const t = useTranslations('sweep.outcome')
  const stored = outcomes.filter(({ outcome }) => outcome === 'stored').length
  return (
    <>
      {brokenOffBy === undefined ? null : <Note tone="bad">{t('brokenOff', { message: brokenOffBy.message })}</Note>}
      <p role="status">{t('done', { count: stored })}</p>
      {stored === 0 ? null : (
        <Note>{t.rich('flush', { command: flushConfigs, code: (text) => <code key="command">{text}</code> })}</Note>
      )}
      <ul className={review.rows}>
        {outcomes.map(({ category, outcome }) => (
          <li key={category} className={review.row}>
            <code className={review.key}>{category}</code> {t(`of.${outcome}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the server refuses, each with the way to its category. */
function SweepRefusal({ errors }: { errors: ValidationErrors }) {
  const t = useTranslations('sweep.review')
  return (
    <div className={review.part} role="alert">
      <h3>{t('refused')}</h3>
      <ul className={review.rows}>
        {fromValidationErrors(errors).map(({ pointer, message }) => {
          const [category = '', section = 'default', ...tokens] = parsePointer(pointer)
          const key = tokens.length === 0 ? {} : { key: formatPointer(tokens) }
          return (
            <li key={`${pointer} ${message}`} className={review.refusal}>
              <span>{message}</span>
              <Link {...toCategory(category, { section, ...key })}>{t('openCategory', { category })}</Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
