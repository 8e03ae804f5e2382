import type { BulkOutcome } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Note } from '#web/components/note.tsx'
import { flushConfigs } from '../review/flush-commands.ts'
import review from '../review/review-panel.module.css'
import { lostOf } from './way-back-of.ts'

interface BulkOutcomesProps {
  outcomes: readonly BulkOutcome[]
  /** Why not all of it was stored. */
  brokenOffBy: Error | undefined
  /** Undefined where nothing can be taken back. */
  onTakeBack: (() => void) | undefined
}

/** What became of each category, and the way back. */
export function BulkOutcomes({ outcomes, brokenOffBy, onTakeBack }: BulkOutcomesProps) {
  const t = useTranslations('bulk.outcome')
  const stored = outcomes.filter(({ outcome }) => outcome === 'stored').length
  const lost = onTakeBack === undefined ? [] : lostOf(outcomes)
  return (
    <>
      {brokenOffBy === undefined ? null : <Note tone="bad">{t('brokenOff', { message: brokenOffBy.message })}</Note>}
      <p role="status">{t('done', { count: stored })}</p>
      {stored === 0 ? null : (
        <Note
          {...(onTakeBack === undefined
            ? {}
            : {
                action: (
                  <Button size="sm" onPress={onTakeBack}>
                    {t('takeBack')}
                  </Button>
                ),
              })}
        >
          {t.rich('flush', { command: flushConfigs, code: (text) => <code key="command">{text}</code> })}
        </Note>
      )}
      {lost.length === 0 ? null : <Note tone="warning">{t('lost', { places: lost.join(', ') })}</Note>}
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
