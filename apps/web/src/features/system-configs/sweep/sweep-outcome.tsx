import type { BulkOutcome } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { flushConfigs } from '../review/flush-commands.ts'
import review from '../review/review-panel.module.css'

interface SweepOutcomeProps {
  outcomes: readonly BulkOutcome[]
  /** Why not all of it was stored. */
  brokenOffBy: Error | undefined
}

/** What became of each category. */
export function SweepOutcome({ outcomes, brokenOffBy }: SweepOutcomeProps) {
  const t = useTranslations('sweep.outcome')
  const stored = outcomes.filter(({ outcome }) => outcome === 'stored').length
  return (
    <>
      {brokenOffBy === undefined ? null : <Note tone="bad">{t('brokenOff', { message: brokenOffBy.message })}</Note>}
      <p role="status">{t('done', { count: stored })}</p>
      {stored === 0 ? null : (
        <Note>{t.rich('flush', { command: flushConfigs, code: (text) => <code key="command">{text}</code> })}</Note>
      )}
      <ul className={review.rows}>
        {outcomes.map(({ category, outcome }) => (
          <li key={category} className={review.row}>
            <code className={review.key}>{category}</code> {t(`of.${outcome}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
