import { Link } from '@tanstack/react-router'
import { Network } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { type TopologySearch, toTopology } from '../routes.ts'

/** Why no node is in sight, and what to do. */
export function NothingListed({ isEmpty, search: { q, only } }: { isEmpty: boolean; search: TopologySearch }) {
  const t = useTranslations('topology')
  if (isEmpty) {
    return (
      <EmptyState icon={<Network aria-hidden="true" />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    )
  }
  const why =
    q !== undefined
      ? t('filter.noneText', { text: q })
      : t(only === 'unplaced' ? 'filter.noneUnplaced' : 'filter.noneUnsaved')
  return (
    <EmptyState title={t('filter.none')} action={<Link {...toTopology()}>{t('filter.clear')}</Link>}>
      {why}
    </EmptyState>
  )
}
