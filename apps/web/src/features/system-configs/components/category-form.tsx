import { isConfigSecret } from '@strata/kazoo-schemas'
import { sectionValues } from '@strata/layered-config'
import { useLocation } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import { FieldAnnotationProvider } from '#web/components/schema-form/field-annotation.tsx'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { SchemaForm } from '#web/components/schema-form/schema-form.tsx'
import { useRowKeys } from '#web/components/schema-form/use-row-keys.ts'
import { draftRegion } from '#web/lib/draft/use-draft-keys.ts'
import { useVeryWide } from '#web/lib/window-width.ts'
import { NothingFound } from '../filter/nothing-found.tsx'
import type { FieldFilter } from '../filter/use-field-filter.ts'
import type { SearchNavigation } from '../filter/use-search-navigation.ts'
import { LadderAside } from '../ladder/ladder-aside.tsx'
import { LadderPopover } from '../ladder/ladder-popover.tsx'
import { useLadder } from '../ladder/use-ladder.ts'
import { useAnnotate, useReset } from '../provenance/use-annotate.tsx'
import { type LayersBelow, usePlaceholder } from '../provenance/use-layers-below.ts'
import { useRefusedBelow } from '../provenance/use-refused-below.ts'
import type { Scope } from '../provenance/use-scope.ts'
import type { CategorySearch } from '../routes.ts'
import styles from './category-page.module.css'
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
    target: useTarget(search.key),
    isReadOnly,
    refusedBelow: useRefusedBelow(form, layersBelow.around, scope),
    onEdit: useReset({ detail, section, state }),
    onPin,
    onExplain: ladder.open,
  })
  const isSecret = useCallback((path: readonly string[]) => isConfigSecret([section, ...path], null), [section])
  const region = useRef<HTMLDivElement>(null)
  useRowKeys(region)
  const isBeside = useVeryWide() && search.view === undefined
  const explained = { ladder, scope, detail, state, isReadOnly, onGo: go.toField }
  return (
    <div ref={region} className={styles.form} {...draftRegion}>
      <KeepPlace region={region} of={section} />
      <FieldAnnotationProvider value={annotate}>
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
      </FieldAnnotationProvider>
      {isBeside ? <LadderAside {...explained} region={region} /> : <LadderPopover {...explained} />}
      {filter.count === 0 ? <NothingFound search={search} unsavedIn={Object.keys(state.draft.now)} go={go} /> : null}
    </div>
  )
}

/** The field that the address asks for; asked for again, it is another object. */
function useTarget(key: string | undefined) {
  const asked = useLocation({ select: ({ state }) => state.asked })
  const entersField = useLocation({ select: ({ state }) => state.entersField === true })
  // biome-ignore lint/correctness/useExhaustiveDependencies(asked): It tells one asking from another.
  return useMemo(() => (key === undefined ? undefined : { pointer: key, entersField }), [key, asked, entersField])
}
