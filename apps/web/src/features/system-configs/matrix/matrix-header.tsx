import type { CategoryDetail } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { BackLink } from '#web/components/header-links.tsx'
import { ListFilter } from '#web/components/list-filter.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { CategoryViews } from '../components/category-views.tsx'
import { readCategorySearch, toCategory } from '../routes.ts'
import type { MatrixColumn } from './matrix-columns.ts'
import { type MatrixSearch, readMatrixSearch } from './routes.ts'

interface MatrixHeaderProps {
  detail: CategoryDetail
  search: MatrixSearch
  settings: number
  columns: readonly MatrixColumn[]
}

/** Which category, how large its table is, and the other ways to look at it. */
export function MatrixHeader({ detail: { id, sections }, search, settings, columns }: MatrixHeaderProps) {
  const t = useTranslations('matrix')
  const { q, section, key } = search
  const place = readCategorySearch({ q, section, key })
  const ofKind = (wanted: MatrixColumn['kind']) => columns.filter(({ kind }) => kind === wanted).length
  return (
    <PageHeader
      title={t('title', { category: id })}
      subtitle={t('subtitle', { keys: settings, zones: ofKind('zone'), nodes: ofKind('node') })}
      back={<BackLink {...toCategory(id, place)} aria-label={t('back')} />}
      actions={<CategoryViews category={id} sections={sections} current="matrix" kept={place} />}
    />
  )
}

interface MatrixToolbarProps {
  search: MatrixSearch
  onFilter: (next: MatrixSearch) => void
}

const ONLY = ['differing', 'set'] as const

/** Which keys and which sections are in sight. */
export function MatrixToolbar({ search, onFilter }: MatrixToolbarProps) {
  const t = useTranslations('matrix.filter')
  const { q: _, only: __, ...others } = search
  const [sections, setSections] = useAddressText(search.in ?? '', (text) =>
    onFilter(readMatrixSearch({ ...search, in: text })),
  )
  return (
    <ListFilter
      label={t('keys')}
      value={search}
      kinds={ONLY.map((value) => ({ value, label: t(value) }))}
      onFilter={(next) => onFilter({ ...others, ...next })}
    >
      <SearchField label={t('sections')} value={sections} onChange={setSections} />
    </ListFilter>
  )
}
