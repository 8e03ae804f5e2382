import type { CategoryDetail } from '@strata/api-types'
import { countOverrides, sectionsWithOverrides } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { BackLink } from '#web/components/header-links.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { type CategorySearch, toCategories } from '../routes.ts'
import { CategoryViews } from './category-views.tsx'

interface CategoryHeaderProps {
  detail: CategoryDetail
  /** How many settings it has. */
  keys: number
  search: CategorySearch
}

/** Which category, how much is set in it as stored, and the ways to look at it. */
export function CategoryHeader({ detail, keys, search }: CategoryHeaderProps) {
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
