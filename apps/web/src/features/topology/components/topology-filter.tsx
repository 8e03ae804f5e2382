import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FilterChips } from '#web/components/filter-chips.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { type TopologySearch, toTopology } from '../routes.ts'
import styles from './topology-filter.module.css'

const ONLY = ['unplaced', 'unsaved'] as const

/** Which nodes are in sight. `/` brings the focus here. */
export function TopologyFilter({ search, count }: { search: TopologySearch; count: number }) {
  const t = useTranslations('topology.filter')
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const { only } = search
  const go = (q: string, chosen: TopologySearch['only']) =>
    void navigate({
      ...toTopology({ ...(q === '' ? {} : { q }), ...(chosen === undefined ? {} : { only: chosen }) }),
      replace: true,
    })
  const [text, setText] = useAddressText(search.q ?? '', (q) => go(q, only))
  useShortcut({ key: '/' }, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={t('label')} shortcut="/" inputRef={input} value={text} onChange={setText} />
      </div>
      <FilterChips
        aria-label={t('only')}
        options={ONLY.map((value) => ({ value, label: t(value) }))}
        value={only}
        onChange={(chosen) => go(text, chosen)}
      />
      <span className={styles.count} role="status">
        {t('found', { count })}
      </span>
    </div>
  )
}
