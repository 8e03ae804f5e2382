import type { BulkWrite, SweepReport } from '@strata/api-types'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { bulkOf } from './bulk-of.ts'
import { FindingTable } from './finding-table.tsx'
import { changesNothing, filteredFindings, foundIn, isMendable } from './found.ts'
import { KnowsNoNodes } from './knows-no-nodes.tsx'
import { NoneOfThese } from './none-of-these.tsx'
import { NothingToTidy } from './nothing-to-tidy.tsx'
import type { SweepSearch } from './routes.ts'
import { SweepFilter } from './sweep-filter.tsx'
import { SweepReview } from './sweep-review.tsx'
import { SweepSelectionBar } from './sweep-selection-bar.tsx'

/** The findings, those of them that are chosen, and what mending these would do. */
export function SweepList({ report, search }: { report: SweepReport; search: SweepSearch }) {
  const t = useTranslations('sweep')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // What is reviewed stays what it is while the findings are read again.
  const [reviewed, setReviewed] = useState<BulkWrite>()
  const all = useMemo(() => foundIn(report), [report])
  const shown = useMemo(() => filteredFindings(all, search), [all, search])
  // What was mended is found no more, and is chosen no more by that.
  const chosen = useMemo(() => all.filter((found) => selected.has(found.id) && isMendable(found)), [all, selected])
  const bulk = useMemo(() => bulkOf(chosen, report), [chosen, report])
  const safe = shown.filter(changesNothing)

  return (
    <Page
      header={
        <>
          <PageHeader
            title={t('title')}
            subtitle={t('subtitle')}
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
          <SweepSelectionBar
            bulk={bulk}
            onClear={() => setSelected(new Set())}
            onReview={() => setReviewed(bulk.write)}
          />
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
      <SweepReview write={reviewed} onClose={() => setReviewed(undefined)} />
    </Page>
  )
}
