import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ListFilter } from '#web/components/list-filter.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import styles from '../components/category-header.module.css'
import { toCategory } from '../routes.ts'
import links from './matrix-header.module.css'
import { type MatrixSearch, readMatrixSearch } from './routes.ts'

interface MatrixHeaderProps {
  category: string
  keys: number
  sections: number
}

/** Which category, how large its table is, and the way back to its form. */
export function MatrixHeader({ category, keys, sections }: MatrixHeaderProps) {
  const t = useTranslations('matrix')
  return (
    <PageHeader
      title={t('title', { category })}
      subtitle={t('subtitle', { keys, sections })}
      back={
        <Link {...toCategory(category)} className={styles.back} aria-label={t('back')}>
          <ArrowLeft aria-hidden="true" />
        </Link>
      }
      actions={
        <Link {...toCategory(category)} className={links.link}>
          {t('editor')}
        </Link>
      }
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
  const within = search.in === undefined ? {} : { in: search.in }
  const [sections, setSections] = useAddressText(search.in ?? '', (text) =>
    onFilter(readMatrixSearch({ ...search, in: text })),
  )
  return (
    <ListFilter
      label={t('keys')}
      value={search}
      kinds={ONLY.map((value) => ({ value, label: t(value) }))}
      onFilter={(next) => onFilter({ ...within, ...next })}
    >
      <SearchField label={t('sections')} value={sections} onChange={setSections} />
    </ListFilter>
  )
}
