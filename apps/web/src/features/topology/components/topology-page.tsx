import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { topologyQuery } from '../api/topology.ts'

/** Which node is in which zone, as far as Strata knows. */
export function TopologyPage() {
  const t = useTranslations('topology')
  const { data, error, refetch } = useQuery(topologyQuery())
  return (
    <Page header={<PageHeader title={t('title')} subtitle={t('subtitle')} />} width="reading">
      {data !== undefined ? (
        <ul>
          {data.nodes.map(({ name, zone }) => (
            <li key={name}>
              <code>{name}</code> {zone ?? t('unplaced')}
            </li>
          ))}
        </ul>
      ) : error === null ? (
        <Skeleton lines={12} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}
