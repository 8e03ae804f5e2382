import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { FilterChips } from './filter-chips.tsx'
import bars from './header-bar.module.css'
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
  /** Enter was pressed in the text, and what it finds is in sight. */
  onEnter?: () => void
  /** A second search. */
  children?: ReactNode
  /** What is done with all that is in sight; at the end. */
  actions?: ReactNode
}

/** What of a list is in sight: by text, and only those of one kind. `/` brings the focus here. */
export function ListFilter<Only extends string>(props: ListFilterProps<Only>) {
  const { label, value, kinds, found, onFilter, onEnter, children, actions } = props
  const t = useTranslations('components.listFilter')
  const input = useRef<HTMLInputElement>(null)
  const go = (q: string, chosen: Only | undefined) =>
    onFilter({ ...(q === '' ? {} : { q }), ...(chosen === undefined ? {} : { only: chosen }) })
  const [text, setText] = useAddressText(value.q ?? '', (q) => go(q, value.only))
  const [isEntered, setEntered] = useState(false)
  useEffect(() => {
    if (!isEntered || text !== (value.q ?? '')) return
    setEntered(false)
    onEnter?.()
  }, [isEntered, text, value.q, onEnter])
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={bars.bar}>
      <div className={styles.search}>
        <SearchField
          label={label}
          shortcut="/"
          inputRef={input}
          value={text}
          onChange={setText}
          onSubmit={() => setEntered(true)}
        />
      </div>
      {children === undefined ? null : <div className={styles.search}>{children}</div>}
      <span className={styles.label} aria-hidden="true">
        {t('only')}
      </span>
      <FilterChips aria-label={t('only')} options={kinds} value={value.only} onChange={(chosen) => go(text, chosen)} />
      <span className={styles.found} role="status">
        {found}
      </span>
      {actions === undefined ? null : <span className={styles.actions}>{actions}</span>}
    </div>
  )
}
