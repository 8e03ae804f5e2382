import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { FilterChips } from './filter-chips.tsx'
import styles from './list-filter.module.css'
import { SearchField } from './search-field.tsx'

export interface ListFilterValue<Only extends string> {
  q?: string
  only?: Only
}

interface ListFilterProps<Only extends string> {
  label: string
  /** As the address has it. */
  value: ListFilterValue<Only>
  /** Kinds that the list can be narrowed to, one at a time. */
  kinds: readonly { value: Only; label: string }[]
  /** How many are in sight, in words. */
  found?: string
  onFilter: (next: ListFilterValue<Only>) => void
  /** A second search. */
  children?: ReactNode
}

/** What of a list is in sight: by text, and only those of one kind. `/` brings the focus here. */
export function ListFilter<Only extends string>(props: ListFilterProps<Only>) {
  const { label, value, kinds, found, onFilter, children } = props
  const t = useTranslations('components.listFilter')
  const input = useRef<HTMLInputElement>(null)
  const go = (q: string, chosen: Only | undefined) =>
    onFilter({ ...(q === '' ? {} : { q }), ...(chosen === undefined ? {} : { only: chosen }) })
  const [text, setText] = useAddressText(value.q ?? '', (q) => go(q, value.only))
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={label} shortcut="/" inputRef={input} value={text} onChange={setText} />
      </div>
      {children === undefined ? null : <div className={styles.search}>{children}</div>}
      <span className={styles.label} aria-hidden="true">
        {t('only')}
      </span>
      <FilterChips aria-label={t('only')} options={kinds} value={value.only} onChange={(chosen) => go(text, chosen)} />
      <span className={styles.found} role="status">
        {found}
      </span>
    </div>
  )
}
