import type { CategoryDetail } from '@strata/api-types'
import { countOverrides, overridesOf, sectionKind, sectionsWithOverrides } from '@strata/layered-config'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { BackLink } from '#web/components/header-links.tsx'
import { Note } from '#web/components/note.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { VersionsNote } from '#web/components/versions/versions-note.tsx'
import { categoriesQuery } from '../api/categories.ts'
import { categoryPath, categoryQuery } from '../api/category.ts'
import { useKnownZones } from '../api/use-known-zones.ts'
import { PromoteNote } from '../bulk/promote-note.tsx'
import { SectionMenu } from '../bulk/section-menu.tsx'
import { changesIn } from '../draft/category-draft.ts'
import { FilterBar } from '../filter/filter-bar.tsx'
import type { SearchNavigation } from '../filter/use-search-navigation.ts'
import { type CategorySearch, toCategories } from '../routes.ts'
import { useSettingCount } from '../words/use-setting-count.ts'
import { CategoryViews } from './category-views.tsx'
import { ScopeBar } from './scope-bar.tsx'
import type { ShownSection } from './shown-section.ts'

interface CategoryTopProps extends ShownSection {
  form: FormValidator
  search: CategorySearch
  go: SearchNavigation
  /** How many settings the filter finds. */
  found: number | undefined
  /** How many values of the section differ. */
  differing: number
}

/** What stays in sight above the form: which category, which section, which settings, and what happened to it. */
export function CategoryTop(props: CategoryTopProps) {
  const { detail, section, state, isReadOnly, form, search, go, found, differing } = props
  const { sections } = state.drafted
  return (
    <>
      <CategoryHeader detail={detail} keys={useSettingCount(form, detail)} search={search} />
      <ScopeBar
        sections={sections}
        section={section}
        isReadOnly={isReadOnly}
        actions={<SectionMenu detail={detail} section={section} state={state} onOpen={go.toSection} />}
        onOpen={go.toSection}
        onRemove={(name) => {
          state.dispatch({ type: 'edit', detail, section: name, next: undefined })
          go.toSection('default')
        }}
      />
      <FilterBar
        search={search}
        count={found}
        changes={{
          differs: differing,
          overridden: overridesOf(sections, section),
          unsaved: changesIn(state.draft.now, section).length,
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

/** The note on a category that CouchDB keeps in several versions. A draft is then made against the one that is kept. */
function CategoryVersions({ detail: { id, revision } }: { detail: CategoryDetail }) {
  const client = useQueryClient()
  const reload = () =>
    Promise.all([categoryQuery(id), categoriesQuery()].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
  return revision === null ? null : (
    <VersionsNote path={categoryPath(id)} revision={revision} onKept={() => void reload()} />
  )
}

interface UnstoredNoteProps {
  detail: CategoryDetail
  section: string
  /** The section is there, at least in the draft. */
  isThere: boolean
}

/** An address may lead to a section, or to a category, that is not there. */
function UnstoredNote({ detail: { id, revision, schema_revision, sections }, section, isThere }: UnstoredNoteProps) {
  const t = useTranslations('systemConfigs')
  const zones = useKnownZones(Object.keys(sections))
  if (revision === null && schema_revision === null) return <Note>{t('header.unknown', { category: id })}</Note>
  if (isThere || section === 'default') return null
  const isKnown = zones.some(({ zone, nodes }) => zone === section || nodes.includes(section))
  const known = isKnown ? 'yes' : sectionKind(section)
  return <Note>{t('section.unstored', { section, known })}</Note>
}

interface CategoryHeaderProps {
  detail: CategoryDetail
  /** How many settings it has. */
  keys: number
  search: CategorySearch
}

/** Which category, how much is set in it as stored, and the ways to look at it. */
function CategoryHeader({ detail, keys, search }: CategoryHeaderProps) {
  const t = useTranslations('systemConfigs.header')
  const { id, sections, schema_revision: revision } = detail
  const facts = { keys, overrides: countOverrides(sections), sections: sectionsWithOverrides(sections).length }
  return (
    <PageHeader
      title={id}
      isCode
      subtitle={t(revision === null ? 'noSchema' : 'summary', facts)}
      back={<BackLink {...toCategories()} aria-label={t('back')} />}
      actions={<CategoryViews category={id} sections={sections} current={search.view ?? 'form'} kept={search} />}
    />
  )
}
