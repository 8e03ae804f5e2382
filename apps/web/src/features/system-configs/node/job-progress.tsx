import type { NodeJob } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { ProgressBar } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { isUnderWay } from '../api/node-jobs.ts'
import { flushConfigs } from '../review/flush-commands.ts'
import review from '../review/review-panel.module.css'
import { toCategory } from '../routes.ts'
import styles from './job-progress.module.css'
import { toNode } from './routes.ts'

/** How far a job is, and what became of each of its steps; what needs a look comes first. */
export function JobProgress({ job }: { job: NodeJob }) {
  const t = useTranslations('node.job')
  const { steps, state, change } = job
  const count = (outcome: string) => steps.filter((step) => step.outcome === outcome).length
  const isBack = state === 'taking-back' || count('taken-back') > 0
  const done = isBack ? steps.length - count('stored') : steps.length - count('waiting')
  const failed = steps.filter(({ outcome }) => rank(outcome) === 0).length
  return (
    <>
      <ProgressBar
        aria-label={t('progress')}
        value={done}
        maxValue={Math.max(1, steps.length)}
        className={styles.bar ?? ''}
      >
        {({ percentage = 0 }) => (
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={percentage} height="4" />
          </svg>
        )}
      </ProgressBar>
      <p role="status">
        {t(`state.${state}`, {
          done: isBack ? count('taken-back') : count('stored'),
          count: steps.length,
          failed,
          isBack: isBack ? 'yes' : 'no',
        })}
      </p>
      {isUnderWay(job) ? null : (
        <Note>{t.rich('flush', { command: flushConfigs, code: (text) => <code key="command">{text}</code> })}</Note>
      )}
      {'to' in change && !isUnderWay(job) && !isBack ? (
        <p>
          <Link {...toNode(change.to)}>{t('openNode', { node: change.to })}</Link>
        </p>
      ) : null}
      <ul className={review.rows} aria-label={t('steps')}>
        {steps
          .toSorted((a, b) => rank(a.outcome) - rank(b.outcome))
          .map(({ category, outcome, message }) => (
            <li key={category ?? ''} className={review.row}>
              {category === null ? (
                <b className={review.key}>{t('topology')}</b>
              ) : (
                <Link {...toCategory(category, { section: 'to' in change ? change.to : change.node })}>
                  <code className={review.key}>{category}</code>
                </Link>
              )}{' '}
              {t(`of.${outcome}`)} {message === undefined ? null : <span className={styles.why}>{message}</span>}
            </li>
          ))}
      </ul>
    </>
  )
}

function rank(outcome: NodeJob['steps'][number]['outcome']): number {
  return outcome === 'conflict' || outcome === 'refused' || outcome === 'failed' ? 0 : 1
}
