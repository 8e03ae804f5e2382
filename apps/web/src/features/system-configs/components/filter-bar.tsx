import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { SearchField } from '#web/components/search-field.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import type { CategorySearch } from '../routes.ts'
import styles from './filter-bar.module.css'

type Filter = Pick<CategorySearch, 'q' | 'only'>

interface FilterBarProps {
  search: CategorySearch
  /** How many settings are in sight; undefined without a filter. */
  count: number | undefined
  onFilter: (next: Filter) => void
}

const ONLY = ['overridden', 'unsaved'] as const

/** Which settings are in sight: by text, and only those set here or not yet saved. `/` brings the focus here. */
export function FilterBar({ search, count, onFilter }: FilterBarProps) {
  const t = useTranslations('systemConfigs.filter')
  const input = useRef<HTMLInputElement>(null)
  const only = search.only
  const [text, setText] = useFilterText(search.q ?? '', (q) =>
    onFilter({ ...(q === '' ? {} : { q }), ...(only === undefined ? {} : { only }) }),
  )
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={t('label')} shortcut="/" inputRef={input} value={text} onChange={setText} />
      </div>
      <ToggleButtonGroup
        aria-label={t('only')}
        className={classNames(styles.only)}
        selectionMode="single"
        selectedKeys={only === undefined ? [] : [only]}
        onSelectionChange={(keys) => {
          const chosen = ONLY.find((name) => keys.has(name))
          onFilter({ ...(text === '' ? {} : { q: text }), ...(chosen === undefined ? {} : { only: chosen }) })
        }}
      >
        {ONLY.map((name) => (
          <ToggleButton key={name} id={name} className={classNames(styles.chip)}>
            {t(name)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className={styles.count} role="status">
        {count === undefined ? '' : t('found', { count })}
      </span>
    </div>
  )
}

/** The text as typed; the address follows when the typing rests, and leads when somebody goes back. */
function useFilterText(q: string, onSettled: (q: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(q)
  const [known, setKnown] = useState(q)
  const settled = useDebounced(text, 150)
  const tell = useEffectEvent(onSettled)
  if (known !== q) {
    setKnown(q)
    if (q !== settled) setText(q)
  }
  const isOwn = settled === text
  useEffect(() => {
    if (isOwn && settled !== known) tell(settled)
  }, [settled, known, isOwn])
  return [text, setText]
}
