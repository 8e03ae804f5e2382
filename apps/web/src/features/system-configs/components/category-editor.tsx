import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { sectionValues } from '@strata/layered-config'
import { useCallback, useState } from 'react'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { CategoryFrame } from '../draft/category-frame.tsx'
import { useCategoryEditing } from '../draft/use-category-editing.ts'
import { useFieldFilter } from '../filter/use-field-filter.ts'
import { useSearchNavigation } from '../filter/use-search-navigation.ts'
import { useLayersBelow } from '../provenance/use-layers-below.ts'
import { useScope } from '../provenance/use-scope.ts'
import type { CategorySearch } from '../routes.ts'
import styles from './category-editor.module.css'
import { CategoryForm } from './category-form.tsx'
import { CategoryNotes, CategoryTop } from './category-top.tsx'
import { JsonPanel } from './json-panel.tsx'
import { outermostList } from './outermost-list.ts'

interface CategoryEditorProps {
  loaded: CategoryDetail
  form: FormValidator
  search: CategorySearch
}

/** Form, JSON and save bar of a category, over one draft. */
export function CategoryEditor({ loaded, form, search }: CategoryEditorProps) {
  const section = search.section ?? 'default'
  const go = useSearchNavigation(loaded.id, search)
  const [unfinished, setUnfinished] = useState<readonly FormError[]>([])
  const editing = useCategoryEditing({
    loaded,
    form,
    section,
    unfinished,
    onShow: (name, pointer) => go.toField(name, outermostList(sectionValues(drafted.sections, name), pointer)),
  })
  const { state, detail, errors } = editing
  const { drafted, draft, category, dispatch } = state
  const scope = useScope(form, category, section)
  const layersBelow = useLayersBelow(category, scope)
  const values = sectionValues(drafted.sections, section)
  const filter = useFieldFilter({ form, section, search, values, layersBelow, changes: draft.now })
  const onEdit = useCallback(
    (next: JsonObject, place: string) =>
      dispatch({ type: 'edit', detail, section, next, place: `${section} ${place}` }),
    [dispatch, detail, section],
  )
  const shown = { detail, section, state, isReadOnly: editing.saving.isPending, errors, onEdit }

  return (
    <CategoryFrame
      editing={editing}
      header={<CategoryTop {...shown} form={form} search={search} go={go} found={filter.count} />}
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
  )
}
