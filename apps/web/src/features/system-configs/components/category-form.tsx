import { isConfigSecret } from '@strata/kazoo-schemas'
import { sectionValues } from '@strata/layered-config'
import { useCallback, useRef, useState } from 'react'
import { FieldAnnotationProvider } from '#web/components/schema-form/field-annotation.tsx'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { OpenedGroups } from '#web/components/schema-form/opened-groups.ts'
import { SchemaForm } from '#web/components/schema-form/schema-form.tsx'
import { useRowKeys } from '#web/components/schema-form/use-row-keys.ts'
import { draftRegion } from '#web/lib/draft/use-draft-keys.ts'
import { NothingFound } from '../filter/nothing-found.tsx'
import type { FieldFilter } from '../filter/use-field-filter.ts'
import type { SearchNavigation } from '../filter/use-search-navigation.ts'
import { LadderPopover, useLadder } from '../ladder/ladder-popover.tsx'
import { useAnnotate, useReset } from '../provenance/use-annotate.tsx'
import { type LayersBelow, usePlaceholder } from '../provenance/use-layers-below.ts'
import type { Scope } from '../provenance/use-scope.ts'
import type { CategorySearch } from '../routes.ts'
import styles from './category-editor.module.css'
import { KeepPlace } from './keep-place.tsx'
import type { ShownSection } from './shown-section.ts'

interface CategoryFormProps extends ShownSection {
  form: FormValidator
  search: CategorySearch
  scope: Scope
  layersBelow: LayersBelow
  filter: FieldFilter
  go: SearchNavigation
  onUnfinished: (problems: readonly FormError[]) => void
}

/** `id` is what KAZOO calls the document when it answers; it is no setting. */
const HINTS: FieldHints = { fields: { id: { isHidden: true } } }

/** The settings of a section, each with where its value comes from. */
export function CategoryForm(props: CategoryFormProps) {
  const {
    detail,
    section,
    state,
    errors,
    isReadOnly,
    form,
    search,
    scope,
    layersBelow,
    filter,
    go,
    onEdit,
    onUnfinished,
  } = props
  const { drafted, category, dispatch } = state
  const onPin = useCallback(
    (pointer: string, isPinned: boolean) => dispatch({ type: 'pin', section, pointer, isPinned }),
    [dispatch, section],
  )
  const ladder = useLadder(section)
  const annotate = useAnnotate({
    scope,
    detail,
    drafted,
    category,
    target: search.key,
    isReadOnly,
    onEdit: useReset({ detail, section, state }),
    onPin,
    onExplain: ladder.open,
  })
  const isSecret = useCallback((path: readonly string[]) => isConfigSecret([section, ...path], null), [section])
  const [openedGroups] = useState(() => new Set<string>())
  const region = useRef<HTMLDivElement>(null)
  useRowKeys(region)
  return (
    <div ref={region} className={styles.form} {...draftRegion}>
      <KeepPlace region={region} of={section} />
      <FieldAnnotationProvider value={annotate}>
        <OpenedGroups value={openedGroups}>
          <SchemaForm
            key={section}
            form={form}
            hints={HINTS}
            value={sectionValues(drafted.sections, section)}
            inherited={layersBelow.inherited}
            before={sectionValues(detail.sections, section)}
            placeholder={usePlaceholder(layersBelow, scope)}
            errors={errors}
            isSecret={isSecret}
            isVisible={filter.isVisible}
            isReadOnly={isReadOnly}
            onChange={onEdit}
            onUnfinished={onUnfinished}
          />
        </OpenedGroups>
      </FieldAnnotationProvider>
      <LadderPopover
        ladder={ladder}
        scope={scope}
        detail={detail}
        state={state}
        isReadOnly={isReadOnly}
        onGo={go.toField}
      />
      {filter.count === 0 ? <NothingFound search={search} unsavedIn={Object.keys(state.draft.now)} go={go} /> : null}
    </div>
  )
}
