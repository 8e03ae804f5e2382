import type { CategoryWrite, DryRun } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ConflictNote } from '#web/components/conflict-note.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { FocusAfterwards } from '#web/components/focus-afterwards.tsx'
import { Note, ReadOnlyNote } from '#web/components/note.tsx'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { dryRunQuery } from '../api/category.ts'
import type { SectionError } from '../draft/use-section-errors.ts'
import { leafPlace } from '../words/key-text.ts'
import { useFieldText } from '../words/use-reading-words.ts'
import { flushConfigs } from './flush-commands.ts'
import styles from './review-panel.module.css'
import { ReviewResult } from './review-result.tsx'

interface ReviewPanelProps {
  category: string
  /** What of the draft can be foreseen: all of it but what is invalid. */
  write: CategoryWrite
  /** What stands in the way of saving. */
  invalid: readonly SectionError[]
  /** Why nothing can be saved here, when nothing can. */
  readOnly: string | null
  isPending: boolean
  isConflict: boolean
  isOpen: boolean
  onClose: () => void
  onSave: () => void
  onReload: () => void
  /** Leads to a field. */
  onShow: (section: string, pointer: string) => void
  /** Leads to the fields that the server refuses. */
  onShowRefused: (error: ApiError, section: string, pointer: string) => void
}

/** What saving the draft would do, worked out by the server, before it is done. */
export function ReviewPanel(props: ReviewPanelProps) {
  const t = useTranslations('systemConfigs.review')
  const save = useTranslations('components.save')
  const { category, write, invalid, readOnly, isPending, isOpen, onClose, onSave } = props
  const isEmpty = write.operations.length === 0 && invalid.length === 0
  return (
    <Dialog
      title={t('title', { category })}
      size="lg"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          <Button
            variant="primary"
            shortcut="Ctrl S"
            isDisabled={readOnly !== null || isEmpty || invalid.length > 0}
            isPending={isPending}
            onPress={onSave}
          >
            {save('submit')}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        {/* The button that opened the panel is gone once nothing is unsaved. */}
        <FocusAfterwards />
        {isEmpty ? <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState> : <Review {...props} />}
      </div>
    </Dialog>
  )
}

function Review(props: ReviewPanelProps) {
  const t = useTranslations('systemConfigs.review')
  const { category, write, invalid, readOnly, isConflict, isPending, onReload, onShow, onShowRefused } = props
  const isAnyValid = write.operations.length > 0
  // While it is being stored, the draft is no longer made against what is stored.
  const { data, error, refetch } = useQuery({ ...dryRunQuery(category, write), enabled: isAnyValid && !isPending })
  const isStale = isConflict || (error instanceof ApiError && error.kind === 'conflict')
  if (isStale) return <ConflictNote name={category} onReload={onReload} />
  return (
    <>
      {readOnly === null ? null : <ReadOnlyNote>{t('readOnly', { reason: readOnly })}</ReadOnlyNote>}
      {invalid.length === 0 ? null : (
        <Refusals title={t('invalid', { count: invalid.length })} places={invalid} onShow={onShow} />
      )}
      {!isAnyValid ? null : error instanceof ApiError && error.validation !== undefined ? (
        <Refusals
          title={t('refused')}
          places={fromValidationErrors(error.validation).map(({ pointer, message }) => ({
            ...leafPlace(pointer),
            message,
          }))}
          onShow={(section, pointer) => onShowRefused(error, section, pointer)}
        />
      ) : error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <Result result={data} />
      )}
    </>
  )
}

function Result({ result }: { result: DryRun }) {
  const t = useTranslations('systemConfigs.review')
  return (
    <>
      <Note>{t.rich('storedOnly', { command: flushConfigs, code: (text) => <code key="command">{text}</code> })}</Note>
      <ReviewResult result={result} />
    </>
  )
}

interface RefusalsProps {
  title: string
  places: readonly SectionError[]
  onShow: (section: string, pointer: string) => void
}

/** What cannot be stored as it is, each with the way to its field. */
function Refusals({ title, places, onShow }: RefusalsProps) {
  const t = useTranslations('systemConfigs.review')
  const field = useFieldText()
  return (
    <div className={styles.part} role="alert">
      <h3>{title}</h3>
      <ul className={styles.rows}>
        {places.map((place) => (
          <li key={`${place.section} ${place.pointer} ${place.message}`} className={styles.refusal}>
            <span>{place.message}</span>
            <Button size="sm" onPress={() => onShow(place.section, place.pointer)}>
              {t('showField', { field: field(place) })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
