import type { NodeChange, NodeReview, TopologyChange } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { CategoryResults } from '../review/category-result.tsx'
import review from '../review/review-panel.module.css'
import { WaitingNote } from './waiting-note.tsx'

/** What a change of nodes does: how much, what is left out and why, and category by category. */
export function ChangeReview({ change, result }: { change: NodeChange; result: NodeReview }) {
  const t = useTranslations('node.review')
  const { changes, refused, skipped, topology } = result
  const stored = changes.reduce((sum, each) => sum + each.stored.length, 0)
  return (
    <>
      <p role="status">{t('total', { stored, categories: changes.length })}</p>
      {change.kind === 'retire' ? <Note tone="warning">{t('retire', { node: change.node })}</Note> : null}
      <WaitingNote change={change} hasTopology={topology.length > 0} />
      {topology.length === 0 ? null : (
        <ul className={review.rows}>
          {topology.map((each) => (
            <li key={each.node} className={review.row}>
              <TopologyLine change={each} />
            </li>
          ))}
        </ul>
      )}
      {skipped.length === 0 ? null : <Note>{t('skipped', { categories: skipped.join(', ') })}</Note>}
      {refused.length === 0 ? null : (
        <div className={review.part} role="alert">
          <h3>{t('refused')}</h3>
          <ul className={review.rows}>
            {refused.map(({ category, message }) => (
              <li key={category} className={review.refusal}>
                <code className={review.key}>{category}</code>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <CategoryResults changes={changes} />
    </>
  )
}

function TopologyLine({ change: { node, before, after } }: { change: TopologyChange }) {
  const t = useTranslations('node.review.topology')
  const zone = (name: string | null) => name ?? t('nowhere')
  if (after === undefined) return t('removed', { node })
  if (before === undefined) return t('added', { node, zone: zone(after) })
  return t('moved', { node, before: zone(before), after: zone(after) })
}
