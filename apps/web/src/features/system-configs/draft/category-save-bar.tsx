import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { UndoButtons } from '#web/components/undo-buttons.tsx'
import { type CategoryDraft, type DraftedCategory, operationsIn } from './category-draft.ts'
import styles from './category-save-bar.module.css'
import type { SectionError } from './use-section-errors.ts'

interface CategorySaveBarProps {
  drafted: DraftedCategory
  draft: CategoryDraft
  invalid: readonly SectionError[]
  isPending: boolean
  /** Why nothing can be saved here, when nothing can. */
  readOnly: string | null
  onReview: () => void
  onSave: () => void
  onStep: (action: { type: 'undo' | 'redo' | 'discard' }) => void
}

/** How much is unsaved and what stands in the way, with the ways out: undo, discard, review, save. */
export function CategorySaveBar(props: CategorySaveBarProps) {
  const { drafted, draft, invalid, isPending, readOnly, onReview, onSave, onStep } = props
  const t = useTranslations('systemConfigs.save')
  const review = useTranslations('systemConfigs.review')
  const [isAsking, setAsking] = useState(false)
  const dropped = operationsIn(draft.now).filter(
    ({ section, pointer }) => drafted.outcome(section, pointer) === 'dropped-as-inherited',
  ).length
  const [first] = invalid

  // The bar takes room from the form: the field that is being edited must stay in sight.
  useEffect(() => {
    document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <>
      <SaveBar
        label={t('bar')}
        summary={
          <>
            {t.rich('summary', {
              count: drafted.count,
              sections: Object.keys(draft.now).length,
              b: (text) => <b key="count">{text}</b>,
            })}
            {invalid.length === 0 ? null : (
              <span className={styles.invalid}> · {t('invalid', { count: invalid.length })}</span>
            )}
            {dropped === 0 ? null : <span className={styles.dropped}> · {t('dropped', { count: dropped })}</span>}
            {readOnly === null ? null : <span className={styles.first}>{t('cannot', { reason: readOnly })}</span>}
            {first === undefined ? null : (
              <span className={styles.first}>
                {t('first', { field: first.pointer.slice(1) || first.section, message: first.message })}
              </span>
            )}
          </>
        }
      >
        <UndoButtons
          history={draft}
          isDisabled={isPending}
          onUndo={() => onStep({ type: 'undo' })}
          onRedo={() => onStep({ type: 'redo' })}
        />
        <Button isDisabled={isPending} onPress={() => setAsking(true)}>
          {t('discard')}
        </Button>
        <Button isDisabled={isPending} onPress={onReview}>
          {review('open')}
        </Button>
        <Button
          variant="primary"
          shortcut="Ctrl S"
          isDisabled={readOnly !== null}
          isPending={isPending}
          onPress={onSave}
        >
          {t('submit')}
        </Button>
      </SaveBar>
      <ConfirmDialog
        title={t('discardTitle')}
        confirmLabel={t('confirmDiscard')}
        tone="danger"
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onStep({ type: 'discard' })
        }}
      >
        {t('discardText', { count: drafted.count })}
      </ConfirmDialog>
    </>
  )
}
