import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ListFilter } from '#web/components/list-filter.tsx'
import { type TopologySearch, toTopology } from '../routes.ts'

const ONLY = ['unplaced', 'unsaved'] as const

/** Which nodes are in sight. */
export function TopologyFilter({ search, count }: { search: TopologySearch; count: number }) {
  const t = useTranslations('topology.filter')
  const navigate = useNavigate()
  return (
    <ListFilter
      label={t('label')}
      value={search}
      kinds={ONLY.map((value) => ({ value, label: t(value) }))}
      found={t('found', { count })}
      onFilter={(next) => void navigate({ ...toTopology(next), replace: true })}
    />
  )
}
