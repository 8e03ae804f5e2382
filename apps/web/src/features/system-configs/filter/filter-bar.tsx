import { useTranslations } from 'use-intl'
import { ListFilter } from '#web/components/list-filter.tsx'
import { enterRows } from '#web/components/schema-form/use-row-keys.ts'
import type { CategorySearch } from '../routes.ts'
import { FoldAll } from './fold-all.tsx'

interface FilterBarProps {
  search: CategorySearch
  /** How many settings are in sight; undefined without a filter. */
  count: number | undefined
  /** How many values of the section differ, how many leaves it sets, and how many are unsaved. */
  changes: Readonly<Record<(typeof ONLY)[number], number>>
  onFilter: (next: Pick<CategorySearch, 'q' | 'only'>) => void
}

const ONLY = ['differs', 'overridden', 'unsaved'] as const

/** Which settings are in sight: by text, and only those that differ, are set here, or are not yet saved. */
export function FilterBar({ search, count, changes, onFilter }: FilterBarProps) {
  const t = useTranslations('systemConfigs.filter')
  return (
    <ListFilter
      label={t('label')}
      value={search}
      kinds={ONLY.map((value) => ({ value, label: t(value, { count: changes[value] }) }))}
      {...(count === undefined ? {} : { found: t('found', { count }) })}
      onFilter={onFilter}
      onEnter={enterRows}
      actions={<FoldAll />}
    />
  )
}
