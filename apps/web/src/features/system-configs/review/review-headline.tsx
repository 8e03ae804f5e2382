import type { DryRun, KeyEffect } from '@strata/api-types'
import { useFormatter, useTranslations } from 'use-intl'
import styles from './review-panel.module.css'

/** The one line to read: how many settings change, for how many nodes, and why not for the others. */
export function ReviewHeadline({ result: { stored, nodes, effects } }: { result: DryRun }) {
  const t = useTranslations('systemConfigs.review.headline')
  const format = useFormatter()
  const settings = stored.filter(({ pointer }) => pointer !== '').length
  if (settings === 0) return null
  const same = nodes.all - nodes.changed - nodes.perhaps
  const reasons = [...new Set(effects.flatMap(({ unchanged }) => unchanged.map(reasonOf)))].map((reason) => t(reason))
  return (
    <p className={styles.headline}>
      <b>{t('settings', { count: settings })}</b>
      {nodes.all === 0 ? null : (
        <>
          {' · '}
          <b>
            {t('nodes', {
              count: nodes.changed,
              most: nodes.changed + nodes.perhaps,
              all: nodes.all,
              isSure: nodes.perhaps === 0 ? 'yes' : 'no',
            })}
          </b>
          {same === 0
            ? null
            : `; ${t('same', { count: same, reasons: format.list(reasons, { type: 'disjunction' }) })}`}
        </>
      )}
    </p>
  )
}

function reasonOf({ reason, reading }: KeyEffect['unchanged'][number]) {
  if (reason === 'masked' && reading.layer !== 'built-in') return reading.layer
  return reason === 'same-value' ? 'sameValue' : 'notAddressed'
}
