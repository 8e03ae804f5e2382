import type { CategoryDetail } from '@strata/api-types'
import { sectionValues } from '@strata/layered-config'
import { useCallback, useState } from 'react'
import { Page } from '#web/components/page.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { useUndoShortcuts } from '#web/lib/draft/use-undo-shortcuts.ts'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { operationsIn } from '../draft/category-draft.ts'
import { CategorySaveBar } from '../draft/category-save-bar.tsx'
import { useCategoryDraft } from '../draft/use-category-draft.ts'
import { useSave } from '../draft/use-save.ts'
import { useSectionErrors } from '../draft/use-section-errors.ts'
import { useFieldFilter } from '../filter/use-field-filter.ts'
import { useSearchNavigation } from '../filter/use-search-navigation.ts'
import { useGround } from '../provenance/use-ground.ts'
import { useScope } from '../provenance/use-scope.ts'
import { ReviewPanel } from '../review/review-panel.tsx'
import type { CategorySearch } from '../routes.ts'
import styles from './category-editor.module.css'
import { CategoryForm } from './category-form.tsx'
import { CategoryTop } from './category-top.tsx'
import { JsonPanel } from './json-panel.tsx'
import { outermostList } from './outermost-list.ts'

interface CategoryEditorProps {
  detail: CategoryDetail
  form: FormValidator
  search: CategorySearch
}

/** Form, JSON and save bar of a category, over one draft. */
export function CategoryEditor({ detail, form, search }: CategoryEditorProps) {
  const section = search.section ?? 'default'
  const session = useSession()
  const go = useSearchNavigation(detail.id, search)
  const state = useCategoryDraft(detail)
  const { drafted, category, dispatch } = state
  const [unfinished, setUnfinished] = useState<readonly FormError[]>([])
  const [isTried, setTried] = useState(false)
  const [isReviewing, setReviewing] = useState(false)
  const errors = useSectionErrors(form, category, state.draft.now, section)
  const saving = useSave({ detail, state, onRefused: errors.refuse, onStored })
  const readOnly = session.read_only
  const isReadOnly = saving.isPending
  const scope = useScope(form, category, section)
  const ground = useGround(category, scope)
  const values = sectionValues(drafted.sections, section)
  const filter = useFieldFilter({ form, section, search, values, ground, changes: state.draft.now })
  const edit = useCallback(
    (next: typeof values, place: string) =>
      dispatch({ type: 'edit', detail, section, next, place: `${section} ${place}` }),
    [dispatch, detail, section],
  )
  // What is missing is told once somebody wants to save.
  const isTold = (error: FormError) => isTried || error.isMissing !== true
  const invalid = [...unfinished.map((error) => ({ ...error, section })), ...errors.blocking]

  function onStored() {
    errors.forget()
    setReviewing(false)
  }

  function show(name: string, pointer: string) {
    setReviewing(false)
    go.toField(name, outermostList(sectionValues(drafted.sections, name), pointer))
  }

  function save() {
    if (isReadOnly || readOnly !== null || drafted.count === 0) return
    setTried(true)
    const [first] = invalid
    if (first === undefined) saving.save()
    else show(first.section, first.pointer)
  }

  useShortcut({ key: 's', withCtrl: true }, save)
  useUndoShortcuts(
    () => dispatch({ type: 'undo' }),
    () => dispatch({ type: 'redo' }),
  )

  const shown = { detail, section, state, isReadOnly, errors: errors.of(section).filter(isTold), onEdit: edit }
  return (
    <Page
      header={<CategoryTop {...shown} form={form} search={search} go={go} found={filter.count} saving={saving} />}
      footer={
        drafted.count === 0 ? undefined : (
          <CategorySaveBar
            drafted={drafted}
            draft={state.draft}
            invalid={invalid.filter(isTold)}
            isPending={saving.isPending}
            readOnly={readOnly}
            onReview={() => setReviewing(true)}
            onSave={save}
            onStep={dispatch}
          />
        )
      }
    >
      <div className={styles.views} {...(search.view === undefined ? {} : { 'data-json': '' })}>
        <CategoryForm
          {...shown}
          form={form}
          search={search}
          scope={scope}
          ground={ground}
          filter={filter}
          go={go}
          onUnfinished={setUnfinished}
        />
        {search.view === undefined ? null : (
          <JsonPanel
            {...shown}
            scope={scope}
            shown={search.json ?? 'section'}
            onShow={go.toJson}
            onUnfinished={setUnfinished}
          />
        )}
      </div>
      <ReviewPanel
        category={detail.id}
        write={{ base_revision: detail.revision, operations: operationsIn(state.draft.now) }}
        invalidCount={invalid.length}
        readOnly={readOnly}
        isPending={saving.isPending}
        isConflict={saving.isConflict}
        isOpen={isReviewing}
        onClose={() => setReviewing(false)}
        onSave={save}
        onReload={() => void saving.reload()}
        onShowRefused={(error, name, pointer) => {
          errors.refuse(error)
          show(name, pointer)
        }}
      />
      <UnsavedGuard isDirty={drafted.count > 0} isKept={state.isKept} />
    </Page>
  )
}
