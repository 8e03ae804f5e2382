import type { DryRun } from '@strata/api-types'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './category-result.module.css'
import review from './review-panel.module.css'
import { ReviewResult } from './review-result.tsx'

/** So many categories stand open from the start. */
const OPEN_AT_FIRST = 3

/** What a change of several categories does in each of them. */
export function CategoryResults({ changes }: { changes: readonly DryRun[] }) {
  return changes.map((each) => (
    <CategoryResult key={each.category} result={each} isOpenAtFirst={changes.length <= OPEN_AT_FIRST} />
  ))
}

function CategoryResult({ result, isOpenAtFirst }: { result: DryRun; isOpenAtFirst: boolean }) {
  const t = useTranslations('bulk.review')
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { category, stored } = result
  return (
    <details className={styles.category} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('category', { category, stored: stored.length, changed: changedKeys(result) })}</summary>
      {isOpen ? (
        <div className={review.panel}>
          <ReviewResult result={result} />
        </div>
      ) : null}
    </details>
  )
}

/** At how many keys some nodes read something else. */
export function changedKeys({ effects }: DryRun): number {
  return effects.filter(({ changed }) => changed.length > 0).length
}
