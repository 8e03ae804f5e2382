import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { inheritedBySection, sectionValues } from '@strata/layered-config'
import { useCallback, useMemo, useState } from 'react'
import { ErrorState } from '#web/components/error-state.tsx'
import { createFolds, FoldsProvider } from '#web/components/schema-form/folds.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { useCategoryForm } from '../api/use-category-form.ts'
import { changesIn } from '../draft/category-draft.ts'
import { CategoryFrame } from '../draft/category-frame.tsx'
import { useCategoryEditing } from '../draft/use-category-editing.ts'
import { filterShowing, useFieldFilter } from '../filter/use-field-filter.ts'
import { useSearchNavigation } from '../filter/use-search-navigation.ts'
import { useDiffering } from '../provenance/use-differing.ts'
import { useLayersBelow } from '../provenance/use-layers-below.ts'
import { useScope } from '../provenance/use-scope.ts'
import type { CategorySearch } from '../routes.ts'
import { CategoryForm } from './category-form.tsx'
import styles from './category-page.module.css'
import { CategoryNotes, CategoryTop } from './category-top.tsx'
import { JsonPanel } from './json-panel.tsx'
import { outermostList } from './outermost-list.ts'

interface CategoryPageProps {
  category: string
  search: CategorySearch
}

/** One category: what is set in it, for which section, and the form to change that. */
export function CategoryPage({ category, search }: CategoryPageProps) {
  const { loaded, error, retry } = useCategoryForm(category)
  useDocumentTitle(category)
  if (loaded !== undefined) {
    return <CategoryEditor key={category} loaded={loaded.detail} form={loaded.form} search={search} />
  }
  return error === null ? <Skeleton lines={12} /> : <ErrorState error={error} onRetry={retry} />
}

interface CategoryEditorProps {
  loaded: CategoryDetail
  form: FormValidator
  search: CategorySearch
}

/** Form, JSON and save bar of a category, over one draft. */
function CategoryEditor({ loaded, form, search }: CategoryEditorProps) {
  const section = search.section ?? 'default'
  const go = useSearchNavigation(loaded.id, search)
  const [unfinished, setUnfinished] = useState<readonly FormError[]>([])
  const editing = useCategoryEditing({
    loaded,
    form,
    section,
    unfinished,
    onShow(name, pointer) {
      const values = sectionValues(drafted.sections, name)
      const inherited = inheritedBySection(category, name)
      const field = outermostList(values, pointer)
      // What is led to has changed, so it is in sight among what differs, too.
      const fields = { form, values, inherited, changes: changesIn(draft.now, name), differing: [] }
      go.toField(name, field, filterShowing(field, search, fields))
    },
  })
  const { state, detail, errors } = editing
  const { drafted, draft, category, dispatch } = state
  const scope = useScope(form, category, section)
  const layersBelow = useLayersBelow(category, scope)
  const values = sectionValues(drafted.sections, section)
  const differing = useDiffering({ scope, stored: detail, drafted: category, draft: drafted })
  const filter = useFieldFilter({ form, section, search, values, layersBelow, changes: draft.now, differing })
  const onEdit = useCallback(
    (next: JsonObject, place: string) =>
      dispatch({ type: 'edit', detail, section, next, place: `${section} ${place}` }),
    [dispatch, detail, section],
  )
  const shown = { detail, section, state, isReadOnly: editing.saving.isPending, errors, onEdit }

  return (
    <FoldsProvider value={useFormFolds(search)}>
      <CategoryFrame
        editing={editing}
        header={
          <CategoryTop
            {...shown}
            form={form}
            search={search}
            go={go}
            found={filter.count}
            differing={differing.length}
          />
        }
        notes={<CategoryNotes {...shown} form={form} readOnly={editing.readOnly} />}
      >
        <div className={styles.views} {...(search.view === undefined ? {} : { 'data-json': '' })}>
          <CategoryForm
            {...shown}
            form={form}
            search={search}
            scope={scope}
            layersBelow={layersBelow}
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
      </CategoryFrame>
    </FoldsProvider>
  )
}

/** What was folded by hand. Under each filter nothing was yet, so that nothing it finds is folded away from before. */
function useFormFolds({ q, only }: CategorySearch) {
  const [unfiltered] = useState(createFolds)
  // biome-ignore lint/correctness/useExhaustiveDependencies(q): Another filter begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies(only): Likewise.
  const filtered = useMemo(createFolds, [q, only])
  return q === undefined && only === undefined ? unfiltered : filtered
}
