import { useTranslations } from 'use-intl'
import { ListFilter } from '#web/components/list-filter.tsx'
import type { CategorySearch } from '../routes.ts'

interface FilterBarProps {
  search: CategorySearch
  /** How many settings are in sight; undefined without a filter. */
  count: number | undefined
  /** How many leaves the section sets, and how many of them are unsaved. */
  changes: Readonly<Record<(typeof ONLY)[number], number>>
  onFilter: (next: Pick<CategorySearch, 'q' | 'only'>) => void
}

const ONLY = ['overridden', 'unsaved'] as const

/** Which settings are in sight: by text, and only those set here or not yet saved. */
export function FilterBar({ search, count, changes, onFilter }: FilterBarProps) {
  const t = useTranslations('systemConfigs.filter')
  return (
    <ListFilter
      label={t('label')}
      value={search}
      kinds={ONLY.map((value) => ({ value, label: t(value, { count: changes[value] }) }))}
      {...(count === undefined ? {} : { found: t('found', { count }) })}
      onFilter={onFilter}
    />
  )
}
