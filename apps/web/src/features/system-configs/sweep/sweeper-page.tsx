import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { sweepQuery } from '../api/sweep.ts'
import type { SweepSearch } from './routes.ts'
import { subtitleTerms } from './subtitle-terms.ts'
import { SweepList } from './sweep-list.tsx'

/** What could be tidied in all categories, and the means to do so in one change. */
export function SweeperPage({ search }: { search: SweepSearch }) {
  const t = useTranslations('sweep')
  const { data: report, error, refetch } = useQuery(sweepQuery())
  if (report !== undefined) return <SweepList report={report} search={search} />
  return (
    <Page header={<PageHeader title={t('title')} subtitle={t.rich('subtitle', subtitleTerms)} />} width="reading">
      {error === null ? <Skeleton lines={12} /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </Page>
  )
}
