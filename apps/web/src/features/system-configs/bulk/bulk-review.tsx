import type { BulkDryRun, BulkWrite, ValidationErrors } from '@strata/api-types'
import { formatPointer, parsePointer } from '@strata/json'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { FocusAfterwards } from '#web/components/focus-afterwards.tsx'
import { NewTabLink } from '#web/components/new-tab-link.tsx'
import { Note, ReadOnlyNote } from '#web/components/note.tsx'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { useSession } from '#web/lib/session.tsx'
import { bulkDryRunQuery } from '../api/bulk.ts'
import { CategoryResults, changedKeys } from '../review/category-result.tsx'
import review from '../review/review-panel.module.css'
import { toCategory } from '../routes.ts'
import { BulkOutcomes } from './bulk-outcome.tsx'
import styles from './bulk-review.module.css'
import { type BulkSaving, conflictingIn, useBulk } from './use-bulk.ts'
import { wayBackOf, withoutCategories } from './way-back-of.ts'

interface BulkReviewProps {
  /** Undefined: nothing is reviewed. */
  write: BulkWrite | undefined
  title: string
  /** Of what the change is made: "3 findings". */
  madeOf: string
  /** What has to be looked at again when something was changed meanwhile: "Read the findings again". */
  readAgain: string
  /** What is not part of it. */
  note?: ReactNode
  onClose: () => void
}

/** What a change of several categories would do, worked out by the server; then what it did, and the way back. */
export function BulkReview({ write: asked, title, madeOf, readAgain, note, onClose }: BulkReviewProps) {
  const t = useTranslations('bulk.review')
  const outcome = useTranslations('bulk.outcome')
  const { read_only: readOnly } = useSession()
  const saving = useBulk()
  // What takes the change back is reviewed and applied as the change was.
  const [back, setBack] = useState<BulkWrite>()
  const write = back ?? asked
  const isDone = saving.outcomes !== undefined
  const canApply = readOnly === null && !isDone && write?.changes.length !== 0

  function close() {
    onClose()
    setBack(undefined)
    saving.forget()
  }

  function takeBack(change: BulkWrite) {
    saving.forget()
    setBack(change)
  }

  return (
    <Dialog
      title={isDone ? outcome('title') : back === undefined ? title : t('backTitle')}
      size="lg"
      isOpen={asked !== undefined}
      isDismissable={!saving.isPending}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      footer={
        <>
          <Button isDisabled={saving.isPending} onPress={close}>
            {t('close')}
          </Button>
          {canApply ? (
            <Button
              variant="primary"
              isPending={saving.isPending}
              onPress={() => write !== undefined && saving.apply(write)}
            >
              {t(back === undefined ? 'apply' : 'applyBack')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={review.panel}>
        <FocusAfterwards />
        {isDone || back !== undefined ? null : note}
        {readOnly === null ? null : <ReadOnlyNote>{readOnly}</ReadOnlyNote>}
        {write === undefined ? null : (
          <Body
            write={write}
            madeOf={back === undefined ? madeOf : undefined}
            readAgain={readAgain}
            saving={saving}
            onTakeBack={takeBack}
            onClose={close}
          />
        )}
      </div>
    </Dialog>
  )
}

interface BodyProps {
  write: BulkWrite
  /** Undefined of one that takes a change back. */
  madeOf: string | undefined
  readAgain: string
  saving: BulkSaving
  onTakeBack: (change: BulkWrite) => void
  onClose: () => void
}

function Body({ write, madeOf, readAgain, saving, onTakeBack, onClose }: BodyProps) {
  const t = useTranslations('bulk.review')
  const { outcomes, isPending, error: failed } = saving
  const isAsked = outcomes === undefined && !isPending && write.changes.length > 0
  const { data, error: refused, refetch } = useQuery({ ...bulkDryRunQuery(write), enabled: isAsked })
  if (outcomes !== undefined) {
    const back = madeOf === undefined ? undefined : wayBackOf(outcomes)
    return (
      <BulkOutcomes
        outcomes={outcomes}
        brokenOffBy={failed ?? undefined}
        onTakeBack={back && (() => onTakeBack(back))}
      />
    )
  }
  if (write.changes.length === 0) return <p>{t('nothing')}</p>
  if (isPending) return <p role="status">{t('applying', { count: write.changes.length })}</p>
  const error = failed ?? refused
  if (error instanceof ApiError && error.kind === 'conflict') {
    if (madeOf !== undefined) return <Conflict readAgain={readAgain} onReread={onClose} saving={saving} />
    return <ConflictOnTheWayBack write={write} categories={conflictingIn(error)} onTakeBack={onTakeBack} />
  }
  if (error instanceof ApiError && error.validation !== undefined) return <Refusal errors={error.validation} />
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  return data === undefined ? <Skeleton lines={10} /> : <Results result={data} madeOf={madeOf} />
}

interface ConflictProps extends Pick<BodyProps, 'readAgain' | 'saving'> {
  onReread: () => void
}

function Conflict({ readAgain, onReread, saving }: ConflictProps) {
  const t = useTranslations('bulk.review')
  return (
    <Note
      tone="warning"
      action={
        <Button
          size="sm"
          onPress={() => {
            saving.readAgain()
            onReread()
          }}
        >
          {readAgain}
        </Button>
      }
    >
      {t('conflict')}
    </Note>
  )
}

interface ConflictOnTheWayBackProps {
  write: BulkWrite
  /** Which somebody else has changed since. */
  categories: readonly string[]
  onTakeBack: (change: BulkWrite) => void
}

/** What others changed since stays theirs; the rest can still be taken back. */
function ConflictOnTheWayBack({ write, categories, onTakeBack }: ConflictOnTheWayBackProps) {
  const t = useTranslations('bulk.review')
  const rest = withoutCategories(write, categories)
  return (
    <Note
      tone="warning"
      {...(rest.changes.length === 0 || categories.length === 0
        ? {}
        : {
            action: (
              <Button size="sm" onPress={() => onTakeBack(rest)}>
                {t('leaveOut')}
              </Button>
            ),
          })}
    >
      {t('backConflict', { categories: categories.join(', ') })}
    </Note>
  )
}

function Results({ result: { changes }, madeOf }: { result: BulkDryRun; madeOf: string | undefined }) {
  const t = useTranslations('bulk.review')
  const changed = changes.reduce((sum, each) => sum + changedKeys(each), 0)
  const stored = changes.reduce((sum, each) => sum + each.stored.length, 0)
  const alike = changes.flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome === 'unchanged').length
  return (
    <>
      <p>
        {madeOf === undefined
          ? t('backTotal', { stored, categories: changes.length })
          : t('total', { madeOf, stored, categories: changes.length })}{' '}
        {alike === 0 ? null : t('alike', { count: alike })}{' '}
        <b className={styles.verdict}>{changed === 0 ? t('noNode') : t('nodes', { count: changed })}</b>
      </p>
      <CategoryResults changes={changes} />
    </>
  )
}

/** What the server refuses, each with the way to its category. */
function Refusal({ errors }: { errors: ValidationErrors }) {
  const t = useTranslations('bulk.review')
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
              <NewTabLink {...toCategory(category, { section, ...key })}>{t('openCategory', { category })}</NewTabLink>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
