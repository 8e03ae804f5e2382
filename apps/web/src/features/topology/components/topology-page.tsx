import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { storedSectionsQuery } from '../api/stored-sections.ts'
import type { TopologySearch } from '../routes.ts'
import { TopologyEditor } from './topology-editor.tsx'

/** Not asked for again by themselves: a draft stands on what was read. */
const still = { refetchOnWindowFocus: false, refetchOnReconnect: false }

/** Which node is in which zone, as far as Strata knows, and the means to say so. */
export function TopologyPage({ search }: { search: TopologySearch }) {
  const t = useTranslations('topology')
  const topology = useQuery({ ...topologyQuery(), ...still })
  const sections = useQuery({ ...storedSectionsQuery(), ...still })
  if (topology.data !== undefined && sections.data !== undefined) {
    return <TopologyEditor loaded={topology.data} sections={sections.data} search={search} />
  }
  const failed = [topology, sections].find(({ error, data }) => error !== null && data === undefined)
  return (
    <Page header={<PageHeader title={t('title')} subtitle={t('subtitle')} />} width="reading">
      {failed === undefined ? (
        <Skeleton lines={12} />
      ) : (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      )}
    </Page>
  )
}
