import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { SearchField } from '#web/components/search-field.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import styles from '../components/filter-bar.module.css'
import type { MatrixSearch } from './routes.ts'

interface MatrixToolbarProps {
  search: MatrixSearch
  onFilter: (next: MatrixSearch) => void
}

const ONLY = ['differing', 'set'] as const

/** Which keys and which sections are in sight. `/` brings the focus here. */
export function MatrixToolbar({ search, onFilter }: MatrixToolbarProps) {
  const t = useTranslations('matrix.filter')
  const input = useRef<HTMLInputElement>(null)
  const [keys, setKeys] = useFilterText(search.q ?? '', (q) => onFilter({ ...search, q }))
  const [sections, setSections] = useFilterText(search.in ?? '', (within) => onFilter({ ...search, in: within }))
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={t('keys')} shortcut="/" inputRef={input} value={keys} onChange={setKeys} />
      </div>
      <div className={styles.search}>
        <SearchField label={t('sections')} value={sections} onChange={setSections} />
      </div>
      <ToggleButtonGroup
        aria-label={t('only')}
        className={classNames(styles.only)}
        selectionMode="single"
        selectedKeys={search.only === undefined ? [] : [search.only]}
        onSelectionChange={(chosen) => {
          const { only: _, ...rest } = search
          const only = ONLY.find((name) => chosen.has(name))
          onFilter({ ...rest, ...(only === undefined ? {} : { only }) })
        }}
      >
        {ONLY.map((name) => (
          <ToggleButton key={name} id={name} className={classNames(styles.chip)}>
            {t(name)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

/** The text as typed; the address follows when the typing rests, and leads when somebody goes back. */
function useFilterText(address: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(address)
  const [known, setKnown] = useState(address)
  const settled = useDebounced(text, 150)
  const tell = useEffectEvent(onSettled)
  if (known !== address) {
    setKnown(address)
    if (address !== settled) setText(address)
  }
  const isOwn = settled === text
  useEffect(() => {
    if (isOwn && settled !== known) tell(settled)
  }, [settled, known, isOwn])
  return [text, setText]
}
