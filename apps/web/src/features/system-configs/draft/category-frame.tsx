import { isConfigSecret } from '@strata/kazoo-schemas'
import { storedConfig } from '@strata/layered-config'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { DraftNotes } from '#web/components/draft-notes.tsx'
import { DraftSaveBar } from '#web/components/draft-save-bar.tsx'
import { ReadOnlyNote } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import styles from '#web/components/save-bar.module.css'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { takeAt } from '#web/lib/draft/merge-leaves.ts'
import { usePageAction } from '#web/lib/page-actions.ts'
import { ReviewPanel } from '../review/review-panel.tsx'
import { leafPlace } from '../words/key-text.ts'
import { useFieldText } from '../words/use-reading-words.ts'
import { operationsIn } from './category-draft.ts'
import { SavedBar } from './saved-bar.tsx'
import type { CategoryEditing } from './use-category-editing.ts'

interface CategoryFrameProps {
  editing: CategoryEditing
  header: ReactNode
  /** Below what is said of the draft. */
  notes?: ReactNode
  children: ReactNode
}

/** What stands around a category that is edited, whichever way: what became of the draft, its bar, its review. */
export function CategoryFrame({ editing, header, notes, children }: CategoryFrameProps) {
  const t = useTranslations('systemConfigs')
  const fieldText = useFieldText()
  const {
    state,
    detail,
    saving,
    readOnly,
    reviewed,
    invalid,
    isReviewing,
    setReviewing,
    save,
    show,
    showRefused,
    isUnfinished,
  } = editing
  const { drafted, count } = state
  const { isPending } = saving
  usePageAction({ label: t('review.open'), run: () => setReviewing(true) }, count > 0 && !isPending)
  return (
    <Page
      header={
        <>
          {header}
          {readOnly === null ? null : <ReadOnlyNote>{t('save.readOnly')}</ReadOnlyNote>}
          <DraftNotes
            name={detail.id}
            draft={state}
            saving={saving}
            document={drafted.sections}
            isSecret={isConfigSecret}
            fieldName={(pointer) => fieldText(leafPlace(pointer))}
            onTake={(pointer, value) => {
              const taken = takeAt({ document: drafted.sections, stored: detail.sections }, pointer, value)
              state.dispatch({ type: 'replace', detail, sections: storedConfig(taken) })
            }}
          />
          {notes}
        </>
      }
      footer={
        count === 0 ? (
          <SavedBar last={editing.last} />
        ) : (
          <DraftSaveBar
            draft={state}
            summary={<ChangeSummary editing={editing} />}
            isPending={isPending}
            canSave={readOnly === null}
            onSave={save}
          >
            <Button isDisabled={isPending} onPress={() => setReviewing(true)}>
              {t('review.open')}
            </Button>
          </DraftSaveBar>
        )
      }
    >
      {children}
      <ReviewPanel
        category={detail.id}
        write={reviewed}
        invalid={invalid}
        readOnly={readOnly}
        isPending={isPending}
        isConflict={saving.conflict !== undefined}
        isOpen={isReviewing}
        onClose={() => setReviewing(false)}
        onSave={save}
        onReload={saving.reload}
        onShow={show}
        onShowRefused={showRefused}
      />
      <UnsavedGuard
        isDirty={count > 0 || isUnfinished}
        isKept={state.isKept && !isUnfinished}
        isKeptWhole={state.isKeptWhole && !isUnfinished}
      />
    </Page>
  )
}

/** How much is unsaved, how much of it is for nothing, and what stands in the way of saving it. */
function ChangeSummary({ editing: { state, toldInvalid, readOnly } }: { editing: CategoryEditing }) {
  const t = useTranslations('systemConfigs.save')
  const { drafted, draft, count } = state
  const dropped = operationsIn(draft.now).filter(
    ({ section, pointer }) => drafted.outcome(section, pointer) === 'dropped-as-inherited',
  ).length
  const [first] = toldInvalid
  return (
    <>
      {t.rich('summary', { count, sections: Object.keys(draft.now).length, b: (text) => <b key="count">{text}</b> })}
      {toldInvalid.length === 0 ? null : (
        <span className={styles.bad}> · {t('invalid', { count: toldInvalid.length })}</span>
      )}
      {dropped === 0 ? null : <span className={styles.quiet}> · {t('dropped', { count: dropped })}</span>}
      {readOnly === null ? null : <span className={styles.line}>{t('cannot', { reason: readOnly })}</span>}
      {first === undefined ? null : (
        <span className={styles.line}>
          {t('first', { field: first.pointer.slice(1) || first.section, message: first.message })}
        </span>
      )}
    </>
  )
}
