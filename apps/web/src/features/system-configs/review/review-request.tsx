import type { EquivalentRequest } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { CopyButton } from '#web/components/copy-button.tsx'
import { useReviewedValue } from '../words/use-reading-words.ts'
import { asCurl } from './as-curl.ts'
import { ReviewKey } from './review-key.tsx'
import styles from './review-panel.module.css'

/** The same change as a request to the public API, and what that would do otherwise. */
export function ReviewRequest({ request }: { request: EquivalentRequest }) {
  const t = useTranslations('systemConfigs.review')
  const command = asCurl(request, window.location.origin)
  return (
    <section className={styles.part}>
      <h3>{t('curl')}</h3>
      <p>{t('curlText', { path: '/v2' })}</p>
      <div className={styles.command}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
        <section tabIndex={0} aria-label={t('curl')}>
          <pre>{command}</pre>
        </section>
        <CopyButton text={command} label={t('curlCopy')} />
      </div>
      {request.body !== undefined && hasSecret(request.body.data) ? <p>{t('curlSecrets')}</p> : null}
      <Differences request={request} />
    </section>
  )
}

function Differences({ request }: { request: EquivalentRequest }) {
  const t = useTranslations('systemConfigs.review')
  const value = useReviewedValue()
  const text = (stored: JsonValue | undefined) => (stored === undefined ? t('absent') : value(stored))
  const { differs, differs_count: count } = request
  if (count === 0) return <p>{t('curlSame')}</p>
  return (
    <details className={styles.lost}>
      <summary>{t('curlDiffers', { count })}</summary>
      {count > differs.length ? <p>{t('firstListed', { listed: differs.length })}</p> : null}
      <ul className={styles.rows}>
        {differs.map((change) => (
          <li key={`${change.section} ${change.pointer}`} className={styles.row}>
            <ReviewKey section={change.section} pointer={change.pointer} />{' '}
            {t('otherwise', { value: text(change.after), saved: text(change.before) })}
          </li>
        ))}
      </ul>
    </details>
  )
}

function hasSecret(value: JsonValue): boolean {
  if (isSecretMarker(value)) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(hasSecret)
}
