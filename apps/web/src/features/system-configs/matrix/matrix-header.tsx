import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FilterChips } from '#web/components/filter-chips.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
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

/** Which keys and which sections are in sight. `/` brings the focus here. */
export function MatrixToolbar({ search, onFilter }: MatrixToolbarProps) {
  const t = useTranslations('matrix.filter')
  const input = useRef<HTMLInputElement>(null)
  const change = (part: Record<string, unknown>) => onFilter(readMatrixSearch({ ...search, ...part }))
  const [keys, setKeys] = useAddressText(search.q ?? '', (q) => change({ q }))
  const [sections, setSections] = useAddressText(search.in ?? '', (within) => change({ in: within }))
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={t('keys')} shortcut="/" inputRef={input} value={keys} onChange={setKeys} />
      </div>
      <div className={styles.search}>
        <SearchField label={t('sections')} value={sections} onChange={setSections} />
      </div>
      <FilterChips
        aria-label={t('only')}
        options={ONLY.map((name) => ({ value: name, label: t(name) }))}
        value={search.only}
        onChange={(only) => change({ only })}
      />
    </div>
  )
}
