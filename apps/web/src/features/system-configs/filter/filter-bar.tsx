import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { ListFilter } from '#web/components/list-filter.tsx'
import { useFolds } from '#web/components/schema-form/folds.tsx'
import { enterRows } from '#web/components/schema-form/use-row-keys.ts'
import { usePageAction } from '#web/lib/page-actions.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import type { CategorySearch } from '../routes.ts'

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

/** Opens or closes every group, list and map of the form. */
function FoldAll() {
  const t = useTranslations('systemConfigs.filter')
  const folds = useFolds()
  const expand = { label: t('expandAll'), shortcut: 'e', run: () => folds.chooseAll(true) }
  const collapse = { label: t('collapseAll'), shortcut: 'c', run: () => folds.chooseAll(false) }
  usePageAction(expand, true)
  usePageAction(collapse, true)
  useShortcut({ key: expand.shortcut }, expand.run)
  useShortcut({ key: collapse.shortcut }, collapse.run)
  return (
    <>
      <IconButton icon={<UnfoldVertical />} label={expand.label} shortcut={expand.shortcut} onPress={expand.run} />
      <IconButton icon={<FoldVertical />} label={collapse.label} shortcut={collapse.shortcut} onPress={collapse.run} />
    </>
  )
}
