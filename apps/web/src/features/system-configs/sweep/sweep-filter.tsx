import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { FilterChips } from '#web/components/filter-chips.tsx'
import bars from '#web/components/header-bar.module.css'
import { Select } from '#web/components/select.tsx'
import { type Found, filteredFindings } from './found.ts'
import { type SweepSearch, sweepKinds, toSweeper } from './routes.ts'
import styles from './sweep-filter.module.css'

interface SweepFilterProps {
  found: readonly Found[]
  search: SweepSearch
  /** How many findings are in sight. */
  count: number
}

const ALL = ' '

/** Which findings are in sight: of one kind, of one category. */
export function SweepFilter({ found, search, count }: SweepFilterProps) {
  const t = useTranslations('sweep')
  const navigate = useNavigate()
  const go = (next: SweepSearch) => void navigate({ ...toSweeper(next), replace: true })
  const { kind, category } = search
  const ofCategory = filteredFindings(found, category === undefined ? {} : { category })
  const kinds = sweepKinds
    .map((value) => ({ value, count: ofCategory.filter(({ finding }) => finding.kind === value).length }))
    .filter((each) => each.count > 0 || each.value === kind)
  return (
    <div className={bars.bar}>
      <FilterChips
        aria-label={t('filter.kind')}
        options={kinds.map(({ value, count: ofKind }) => ({
          value,
          label: t('filter.chip', { kind: t(`kinds.${value}`), count: ofKind }),
        }))}
        value={kind}
        onChange={(chosen) => go({ ...(category === undefined ? {} : { category }), ...kindOf(chosen) })}
      />
      <Select
        aria-label={t('filter.category')}
        className={styles.category}
        options={categoryOptions(filteredFindings(found, kindOf(kind)), {
          all: t('filter.allCategories'),
          one: (name, ofOne) => t('filter.categoryOption', { category: name, count: ofOne }),
        })}
        value={category ?? ALL}
        onChange={(chosen) => go({ ...(chosen === ALL ? {} : { category: chosen }), ...kindOf(kind) })}
      />
      <span className={styles.count} role="status">
        {t('filter.found', { count })}
      </span>
    </div>
  )
}

function kindOf(kind: SweepSearch['kind']): SweepSearch {
  return kind === undefined ? {} : { kind }
}

function categoryOptions(
  found: readonly Found[],
  words: { all: string; one: (category: string, count: number) => string },
) {
  const counts = new Map<string, number>()
  for (const { category } of found) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [
    { value: ALL, label: words.all },
    ...[...counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([category, count]) => ({ value: category, label: words.one(category, count) })),
  ]
}
