import type { CategoryDetail, TopologyNode } from '@strata/api-types'
import { placeOfKey } from '@strata/layered-config'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ReadOnlyNote } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { RestoredNote } from '#web/components/restored-note.tsx'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { useUndoShortcuts } from '#web/lib/draft/use-undo-shortcuts.ts'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { CategoryConflictNote } from '../draft/category-conflict-note.tsx'
import { operationsIn } from '../draft/category-draft.ts'
import { CategorySaveBar } from '../draft/category-save-bar.tsx'
import { useCategoryDraft } from '../draft/use-category-draft.ts'
import { useSave } from '../draft/use-save.ts'
import { useSectionErrors } from '../draft/use-section-errors.ts'
import { ReviewPanel } from '../review/review-panel.tsx'
import { useFieldText } from '../words/use-reading-words.ts'
import { type GridSelection, selectCell } from './grid-selection.ts'
import { MatrixHeader, MatrixToolbar } from './matrix-header.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { type MatrixSearch, toMatrix } from './routes.ts'
import { useMatrixModel } from './use-matrix-model.ts'

interface MatrixEditorProps {
  detail: CategoryDetail
  form: FormValidator
  nodes: readonly TopologyNode[]
  search: MatrixSearch
}

/** Table and save bar of a category, over one draft: the same that the category's own page edits. */
export function MatrixEditor({ detail, form, nodes, search }: MatrixEditorProps) {
  const fieldText = useFieldText()
  const t = useTranslations('systemConfigs.save')
  const session = useSession()
  const navigate = useNavigate()
  const state = useCategoryDraft(detail)
  const { drafted, category, dispatch } = state
  const model = useMatrixModel({ detail, form, nodes, search, state })
  const [selection, setSelection] = useState<GridSelection>(() => selectCell({ row: '', column: 'default' }))
  const [isReviewing, setReviewing] = useState(false)
  const errors = useSectionErrors(form, category, state.draft.now, 'default')
  const saving = useSave({
    detail,
    state,
    onRefused: errors.refuse,
    onStored: () => {
      errors.forget()
      setReviewing(false)
    },
  })

  function filter(next: MatrixSearch) {
    void navigate({ ...toMatrix(detail.id, next), replace: true })
  }

  function show(section: string, pointer: string) {
    setReviewing(false)
    const row = model.keys.find((key) => {
      const place = placeOfKey(section, key.pointer)
      return pointer === place || pointer.startsWith(`${place}/`)
    })
    if (row === undefined) return
    if (!model.axes.rowIndex.has(row.pointer) || !model.axes.columnIndex.has(section)) filter({})
    setSelection(selectCell({ row: row.pointer, column: section }))
  }

  function save() {
    if (saving.isPending || session.read_only !== null || drafted.count === 0) return
    const [first] = errors.blocking
    if (first === undefined) saving.save()
    else show(first.section, first.pointer)
  }

  useShortcut({ key: 's', withCtrl: true }, save)
  useUndoShortcuts(
    () => dispatch({ type: 'undo' }),
    () => dispatch({ type: 'redo' }),
  )

  return (
    <Page
      header={
        <>
          <MatrixHeader category={detail.id} keys={model.keys.length} sections={model.columns.length} />
          <MatrixToolbar search={search} onFilter={filter} />
          {session.read_only === null ? null : <ReadOnlyNote>{t('readOnly')}</ReadOnlyNote>}
          {state.restored === undefined ? null : (
            <RestoredNote
              restored={state.restored}
              secrets={state.restored.secrets.map(fieldText)}
              isEmpty={drafted.count === 0}
              onDiscard={() => dispatch({ type: 'discard' })}
            />
          )}
          {saving.isConflict ? (
            <CategoryConflictNote category={detail.id} onReload={() => void saving.reload()} />
          ) : null}
        </>
      }
      footer={
        drafted.count === 0 ? undefined : (
          <CategorySaveBar
            drafted={drafted}
            draft={state.draft}
            invalid={errors.blocking}
            isPending={saving.isPending}
            readOnly={session.read_only}
            onReview={() => setReviewing(true)}
            onSave={save}
            onStep={dispatch}
          />
        )
      }
    >
      <MatrixTable
        detail={detail}
        model={model}
        search={search}
        state={state}
        selection={selection}
        isReadOnly={saving.isPending}
        onSelect={setSelection}
        onClearFilter={() => filter({})}
      />
      <ReviewPanel
        category={detail.id}
        write={{ base_revision: detail.revision, operations: operationsIn(state.draft.now) }}
        invalidCount={errors.blocking.length}
        readOnly={session.read_only}
        isPending={saving.isPending}
        isConflict={saving.isConflict}
        isOpen={isReviewing}
        onClose={() => setReviewing(false)}
        onSave={save}
        onReload={() => void saving.reload()}
        onShowRefused={(error, section, pointer) => {
          errors.refuse(error)
          show(section, pointer)
        }}
      />
      <UnsavedGuard isDirty={drafted.count > 0} isKept={state.isKept} />
    </Page>
  )
}
