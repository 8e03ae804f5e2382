import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FilterChips } from '#web/components/filter-chips.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import styles from './matrix-toolbar.module.css'
import { type MatrixSearch, readMatrixSearch } from './routes.ts'

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
