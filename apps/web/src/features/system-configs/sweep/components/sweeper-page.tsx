import type { SweepReport } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { categoriesQuery } from '../../api/categories.ts'
import { sweepQuery } from '../api/sweep.ts'
import type { SweepSearch } from '../routes.ts'
import { KnowsNoNodes } from './knows-no-nodes.tsx'
import { SweepList } from './sweep-list.tsx'

/** What could be tidied in all categories, and the means to do so in one change. */
export function SweeperPage({ search }: { search: SweepSearch }) {
  const t = useTranslations('sweep')
  const { data: report, error, refetch } = useQuery(sweepQuery())
  if (report !== undefined && report.categories.length > 0) return <SweepList report={report} search={search} />
  return (
    <Page header={<PageHeader title={t('title')} subtitle={t('subtitle')} />}>
      {report !== undefined ? (
        <NothingToTidy report={report} />
      ) : error === null ? (
        <Skeleton lines={12} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

/** Says what was looked at, so that nothing is nothing. */
function NothingToTidy({ report }: { report: SweepReport }) {
  const t = useTranslations('sweep.empty')
  const { data: categories } = useQuery(categoriesQuery())
  return (
    <>
      {report.knows_nodes ? null : <KnowsNoNodes />}
      <EmptyState icon={<Sparkles aria-hidden="true" />} title={t('title')}>
        {categories === undefined ? null : t('text', { count: categories.filter(({ stored }) => stored).length })}
      </EmptyState>
    </>
  )
}
