import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FilterChips } from '#web/components/filter-chips.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import type { CategorySearch } from '../routes.ts'
import styles from './filter-bar.module.css'

type Filter = Pick<CategorySearch, 'q' | 'only'>

interface FilterBarProps {
  search: CategorySearch
  /** How many settings are in sight; undefined without a filter. */
  count: number | undefined
  /** How many leaves the section sets, and how many of them are unsaved. */
  changes: Readonly<Record<(typeof ONLY)[number], number>>
  onFilter: (next: Filter) => void
}

const ONLY = ['overridden', 'unsaved'] as const

/** Which settings are in sight: by text, and only those set here or not yet saved. `/` brings the focus here. */
export function FilterBar({ search, count, changes, onFilter }: FilterBarProps) {
  const t = useTranslations('systemConfigs.filter')
  const input = useRef<HTMLInputElement>(null)
  const only = search.only
  const [text, setText] = useAddressText(search.q ?? '', (q) =>
    onFilter({ ...(q === '' ? {} : { q }), ...(only === undefined ? {} : { only }) }),
  )
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={t('label')} shortcut="/" inputRef={input} value={text} onChange={setText} />
      </div>
      <span className={styles.label} aria-hidden="true">
        {t('only')}
      </span>
      <FilterChips
        aria-label={t('only')}
        options={ONLY.map((name) => ({ value: name, label: t(name, { count: changes[name] }) }))}
        value={only}
        onChange={(chosen) =>
          onFilter({ ...(text === '' ? {} : { q: text }), ...(chosen === undefined ? {} : { only: chosen }) })
        }
      />
      <span className={styles.count} role="status">
        {count === undefined ? '' : t('found', { count })}
      </span>
    </div>
  )
}
