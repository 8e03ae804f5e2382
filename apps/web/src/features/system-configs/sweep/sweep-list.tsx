import type { SweepReport } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sparkles } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { categoriesQuery } from '../api/categories.ts'
import { type Bulk, bulkLimits, bulkOf } from '../bulk/bulk-of.ts'
import { BulkReview } from '../bulk/bulk-review.tsx'
import { FindingTable } from './finding-table.tsx'
import { changesNothing, filteredFindings, foundIn, isMendable } from './found.ts'
import { type SweepSearch, toSweeper } from './routes.ts'
import { subtitleTerms } from './subtitle-terms.ts'
import { SweepFilter } from './sweep-filter.tsx'
import styles from './sweep-selection-bar.module.css'

/** The findings, those of them that are chosen, and what mending these would do. */
export function SweepList({ report, search }: { report: SweepReport; search: SweepSearch }) {
  const t = useTranslations('sweep')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // What is reviewed stays what it is while the findings are read again.
  const [reviewed, setReviewed] = useState<Bulk>()
  const all = useMemo(() => foundIn(report), [report])
  const shown = useMemo(() => filteredFindings(all, search), [all, search])
  // What was mended is found no more, and is chosen no more by that.
  const chosen = useMemo(() => all.filter((found) => selected.has(found.id) && isMendable(found)), [all, selected])
  const bulk = useMemo(() => {
    const revisions = new Map(report.categories.map(({ category, revision }) => [category, revision]))
    return bulkOf(
      chosen.map(({ category, finding }) => ({ category, operations: finding.operations })),
      revisions,
    )
  }, [chosen, report])
  const safe = shown.filter(changesNothing)

  return (
    <Page
      header={
        <>
          <PageHeader
            title={t('title')}
            subtitle={t.rich('subtitle', subtitleTerms)}
            actions={
              all.length === 0 ? undefined : (
                <Button
                  isDisabled={safe.length === 0}
                  onPress={() => setSelected(new Set([...selected, ...safe.map(({ id }) => id)]))}
                >
                  {t('selectSafe')}
                </Button>
              )
            }
          />
          {all.length === 0 ? null : <SweepFilter found={all} search={search} count={shown.length} />}
        </>
      }
      footer={
        chosen.length === 0 ? undefined : (
          <SweepSelectionBar bulk={bulk} onClear={() => setSelected(new Set())} onReview={() => setReviewed(bulk)} />
        )
      }
    >
      {report.knows_nodes ? null : <KnowsNoNodes />}
      {all.length === 0 ? (
        <NothingToTidy />
      ) : shown.length === 0 ? (
        <NoneOfThese />
      ) : (
        <FindingTable report={report} found={shown} selected={selected} onSelect={setSelected} />
      )}
      <BulkReview
        write={reviewed?.write}
        title={t('review.title')}
        madeOf={t('review.madeOf', { count: reviewed?.included.length ?? 0 })}
        readAgain={t('review.readAgain')}
        onClose={() => setReviewed(undefined)}
      />
    </Page>
  )
}

/** Why some kinds of findings are missing. */
function KnowsNoNodes() {
  const t = useTranslations('sweep')
  return <Note action={<Link to="/topology">{t('toTopology')}</Link>}>{t('knowsNoNodes')}</Note>
}

/** There are findings, none of which the filter lets through. */
function NoneOfThese() {
  const t = useTranslations('sweep.filter')
  return (
    <EmptyState title={t('none')} action={<Link {...toSweeper()}>{t('clear')}</Link>}>
      {t('noneText')}
    </EmptyState>
  )
}

/** Says what was looked at, so that nothing is nothing. */
function NothingToTidy() {
  const t = useTranslations('sweep.empty')
  const { data: categories } = useQuery(categoriesQuery())
  return (
    <EmptyState icon={<Sparkles aria-hidden="true" />} title={t('title')}>
      {categories === undefined ? null : t('text', { count: categories.filter(({ stored }) => stored).length })}
    </EmptyState>
  )
}

interface SweepSelectionBarProps {
  bulk: Bulk
  onClear: () => void
  onReview: () => void
}

/** How much is chosen, what does not fit into one change, and the way on. */
function SweepSelectionBar({ bulk: { write, included, leftOut }, onClear, onReview }: SweepSelectionBarProps) {
  const t = useTranslations('sweep.selection')
  return (
    <SaveBar
      label={t('label')}
      summary={
        <>
          {t.rich('summary', {
            count: included.length,
            categories: write.changes.length,
            b: (text) => <b key="count">{text}</b>,
          })}
          {leftOut === 0 ? null : (
            <span className={styles.leftOut}> · {t('leftOut', { count: leftOut, ...bulkLimits })}</span>
          )}
        </>
      }
    >
      <Button onPress={onClear}>{t('clear')}</Button>
      <Button variant="primary" onPress={onReview}>
        {t('review')}
      </Button>
    </SaveBar>
  )
}
