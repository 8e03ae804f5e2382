import type { CategoryDetail } from '@strata/api-types'
import { overridesOf } from '@strata/layered-config'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { PromoteNote } from '../bulk/promote-note.tsx'
import { SectionMenu } from '../bulk/section-menu.tsx'
import { FilterBar } from '../filter/filter-bar.tsx'
import type { SearchNavigation } from '../filter/use-search-navigation.ts'
import { matrixRows } from '../matrix/matrix-rows.ts'
import type { CategorySearch } from '../routes.ts'
import { CategoryHeader } from './category-header.tsx'
import { CategoryVersions } from './category-versions.tsx'
import { ScopeBar } from './scope-bar.tsx'
import type { ShownSection } from './shown-section.ts'

interface CategoryTopProps extends ShownSection {
  form: FormValidator
  search: CategorySearch
  go: SearchNavigation
  /** How many settings the filter finds. */
  found: number | undefined
}

/** What stays in sight above the form: which category, which section, which settings, and what happened to it. */
export function CategoryTop({ detail, section, state, isReadOnly, form, search, go, found }: CategoryTopProps) {
  const { sections } = state.drafted
  const settings = useMemo(() => matrixRows(form, {}).length, [form])
  return (
    <>
      <CategoryHeader
        detail={detail}
        section={section}
        keys={detail.schema_revision === null ? undefined : settings}
        view={search.view}
        onView={go.toView}
      />
      <ScopeBar
        category={detail.id}
        sections={sections}
        section={section}
        isReadOnly={isReadOnly}
        actions={<SectionMenu detail={detail} section={section} state={state} onOpen={go.toSection} />}
        onOpen={go.toSection}
        onAdd={(name) => {
          state.dispatch({ type: 'edit', detail, section: name, next: {} })
          go.toSection(name)
        }}
        onRemove={(name) => {
          state.dispatch({ type: 'edit', detail, section: name, next: undefined })
          go.toSection('default')
        }}
      />
      <FilterBar
        search={search}
        count={found}
        changes={{
          overridden: overridesOf(sections, section),
          unsaved: state.draft.now[section]?.length ?? 0,
        }}
        onFilter={go.toFilter}
      />
    </>
  )
}

interface CategoryNotesProps extends ShownSection {
  form: FormValidator
  readOnly: string | null
}

/** What is to be known of the document and the section, besides the draft. */
export function CategoryNotes({ detail, section, state, isReadOnly, form, readOnly }: CategoryNotesProps) {
  return (
    <>
      {detail.conflicts === undefined ? null : <CategoryVersions detail={detail} />}
      {isReadOnly || readOnly !== null ? null : (
        <PromoteNote detail={detail} section={section} state={state} form={form} />
      )}
      <UnstoredNote detail={detail} section={section} isThere={Object.hasOwn(state.drafted.sections, section)} />
    </>
  )
}

interface UnstoredNoteProps {
  detail: CategoryDetail
  section: string
  /** The section is there, at least in the draft. */
  isThere: boolean
}

/** An address may lead to a section, or to a category, that is not there. */
function UnstoredNote({ detail: { id, revision, schema_revision }, section, isThere }: UnstoredNoteProps) {
  const t = useTranslations('systemConfigs')
  if (revision === null && schema_revision === null) return <Note>{t('header.unknown', { category: id })}</Note>
  return isThere || section === 'default' ? null : <Note>{t('section.unstored', { section })}</Note>
}
