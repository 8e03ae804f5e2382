import type { CategoryDetail } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { isConfigSecret } from '@strata/kazoo-schemas'
import { type Category, inheritedBySection, type Sections } from '@strata/layered-config'
import { useCallback, useMemo, useState } from 'react'
import { Page } from '#web/components/page.tsx'
import { FieldAnnotationProvider } from '#web/components/schema-form/field-annotation.tsx'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { SchemaForm } from '#web/components/schema-form/schema-form.tsx'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { outermostList } from '../outermost-list.ts'
import type { CategorySearch } from '../routes.ts'
import { useAnnotate } from '../use-annotate.tsx'
import { useCategoryDraft } from '../use-category-draft.ts'
import { useFieldFilter } from '../use-field-filter.ts'
import { usePlaceholder } from '../use-placeholder.ts'
import { useSave } from '../use-save.ts'
import { useSearchNavigation } from '../use-search-navigation.ts'
import { useSectionErrors } from '../use-section-errors.ts'
import { draftRegion, useUndoShortcuts } from '../use-undo-shortcuts.ts'
import styles from './category-editor.module.css'
import { CategoryHeader } from './category-header.tsx'
import { CategorySaveBar } from './category-save-bar.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { FilterBar } from './filter-bar.tsx'
import { JsonPanel } from './json-panel.tsx'
import { NothingFound } from './nothing-found.tsx'
import { ScopeBar } from './scope-bar.tsx'
import { UnstoredNote } from './unstored-note.tsx'

interface CategoryEditorProps {
  detail: CategoryDetail
  form: FormValidator
  search: CategorySearch
}

/** `id` is what KAZOO calls the document when it answers; it is no setting. */
const HINTS: FieldHints = { fields: { id: { isHidden: true } } }

/** Form, JSON and save bar of a category, over one draft. */
export function CategoryEditor({ detail, form, search }: CategoryEditorProps) {
  const section = search.section ?? 'default'
  const session = useSession()
  const go = useSearchNavigation(detail.id, search)
  const state = useCategoryDraft(detail)
  const { drafted, category, dispatch } = state
  const [unfinished, setUnfinished] = useState<readonly FormError[]>([])
  const [isTried, setTried] = useState(false)
  const errors = useSectionErrors(form, category, state.draft.changes, section)
  const saving = useSave({ detail, state, onRefused: errors.refuse, onStored: errors.forget })
  const isReadOnly = session.read_only !== null || saving.isPending

  const values = ownValues(drafted.sections, section)
  const ground = useGround(detail, drafted.sections, section)
  const inherited = useMemo(() => inheritedBySection(ground, section), [ground, section])
  const filter = useFieldFilter({ form, section, search, values, inherited, changes: state.draft.changes })
  const edit = useCallback(
    (next: JsonObject, place?: string) =>
      dispatch({ type: 'edit', detail, section, next, ...(place === undefined ? {} : { place: section + place }) }),
    [dispatch, detail, section],
  )
  const annotate = useAnnotate({
    section,
    detail,
    drafted,
    category,
    target: search.key,
    isReadOnly,
    onEdit: edit,
    onPin: useCallback(
      (pointer: string, isPinned: boolean) => dispatch({ type: 'pin', section, pointer, isPinned }),
      [dispatch, section],
    ),
    onOpen: go.toField,
  })
  const isSecret = useCallback((path: readonly string[]) => isConfigSecret([section, ...path], null), [section])
  const keys = detail.schema_revision === null ? undefined : Object.keys(form.schema.properties ?? {}).length
  const isTold = (error: FormError) => isTried || error.isMissing !== true
  const invalid = [...unfinished.map((error) => ({ ...error, section })), ...errors.blocking]

  function save() {
    if (isReadOnly || drafted.count === 0) return
    setTried(true)
    const [first] = invalid
    if (first === undefined) saving.save()
    else go.toField(first.section, outermostList(ownValues(drafted.sections, first.section), first.pointer))
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
          <CategoryHeader detail={detail} keys={keys} view={search.view} onView={go.toView} />
          <ScopeBar
            category={detail.id}
            sections={drafted.sections}
            section={section}
            isReadOnly={isReadOnly}
            onOpen={go.toSection}
            onAdd={(name) => {
              dispatch({ type: 'edit', detail, section: name, next: {} })
              go.toSection(name)
            }}
            onRemove={(name) => {
              dispatch({ type: 'edit', detail, section: name, next: undefined })
              go.toSection('default')
            }}
          />
          <FilterBar search={search} count={filter.count} onFilter={go.toFilter} />
          {saving.isConflict ? <ConflictNote category={detail.id} onReload={() => void saving.reload()} /> : null}
          {Object.hasOwn(drafted.sections, section) ? null : <UnstoredNote section={section} />}
        </>
      }
      footer={
        drafted.count === 0 ? undefined : (
          <CategorySaveBar
            drafted={drafted}
            draft={state.draft}
            invalid={invalid.filter(isTold)}
            isPending={saving.isPending}
            onSave={save}
            onStep={dispatch}
          />
        )
      }
    >
      <div className={styles.views} {...(search.view === undefined ? {} : { 'data-json': '' })}>
        <div className={styles.form} {...draftRegion}>
          <FieldAnnotationProvider value={annotate}>
            <SchemaForm
              key={section}
              form={form}
              hints={HINTS}
              value={values}
              inherited={inherited}
              before={ownValues(detail.sections, section)}
              placeholder={usePlaceholder(ground, section)}
              errors={errors.of(section).filter(isTold)}
              isSecret={isSecret}
              isVisible={filter.isVisible}
              isReadOnly={isReadOnly}
              onChange={edit}
              onUnfinished={setUnfinished}
            />
          </FieldAnnotationProvider>
          {filter.count === 0 ? <NothingFound search={search} onClear={() => go.toFilter({})} /> : null}
        </div>
        {search.view === undefined ? null : (
          <JsonPanel
            section={section}
            values={values}
            sections={drafted.sections}
            isReadOnly={isReadOnly}
            problems={errors.of(section)}
            onSection={(next) => edit(next, ':json')}
            onDocument={(sections) => dispatch({ type: 'replace', detail, sections, place: ':json' })}
            onUnfinished={setUnfinished}
          />
        )}
      </div>
      <UnsavedGuard isDirty={drafted.count > 0} />
    </Page>
  )
}

/** What a section stands on, without what it sets itself: it stays the same while the section is edited. */
function useGround({ defaults }: CategoryDetail, sections: Sections, section: string): Category {
  const shared = section === 'default' ? undefined : sections.default
  return useMemo(() => ({ sections: shared === undefined ? {} : { default: shared }, defaults }), [shared, defaults])
}

function ownValues(sections: JsonObject, section: string): JsonObject {
  const values = Object.hasOwn(sections, section) ? sections[section] : undefined
  return isJsonObject(values) ? values : {}
}
