import type { DryRun, EquivalentRequest, StoredChange } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { CopyButton } from '#web/components/copy-button.tsx'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useReviewedValue } from '../words/use-reading-words.ts'
import { asCurl } from './as-curl.ts'
import { ReviewEffects } from './review-effects.tsx'
import { ReviewHeadline } from './review-headline.tsx'
import styles from './review-panel.module.css'
import { ReviewKey, ReviewWarnings, TrueBefore } from './review-warnings.tsx'

/** Everything a dry run of one category says: the gist, what to know first, what nodes read, what is stored, the request. */
export function ReviewResult({ result }: { result: DryRun }) {
  return (
    <>
      <ReviewHeadline result={result} />
      <ReviewWarnings result={result} />
      <ReviewEffects effects={result.effects} isStored={result.stored.length > 0} />
      <ReviewStored stored={result.stored} />
      <TrueBefore result={result} />
      {result.curl === null ? null : <ReviewRequest request={result.curl} />}
    </>
  )
}

/** The same change as a request to the public API, and what that would do otherwise. */
function ReviewRequest({ request }: { request: EquivalentRequest }) {
  const t = useTranslations('systemConfigs.review')
  const command = asCurl(request, window.location.origin)
  return (
    <details className={styles.lost}>
      <summary>{t('curl')}</summary>
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
    </details>
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

/** The keys of the document that change: the old value struck, the new one beside it. */
function ReviewStored({ stored }: { stored: readonly StoredChange[] }) {
  const t = useTranslations('systemConfigs.review')
  const keys = stored.filter((change) => !isNewEmptySection(change))
  const sections = stored.length - keys.length
  const count = (kind: Kind) => keys.filter((change) => kindOf(change) === kind).length
  return (
    <section className={styles.part}>
      <h3>{t('stored')}</h3>
      <p>
        {stored.length === 0 ? t('noChange') : null}
        {keys.length === 0
          ? null
          : t('storedCount', {
              count: keys.length,
              added: count('added'),
              changed: count('changed'),
              removed: count('removed'),
            })}
        {keys.length === 0 || sections === 0 ? null : ' · '}
        {sections === 0 ? null : t('sectionsAdded', { count: sections })}
      </p>
      {stored.length === 0 ? null : (
        <table className={styles.table} aria-label={t('stored')}>
          <thead>
            <tr>
              <th scope="col">{t('column.key')}</th>
              <th scope="col">{t('column.from')}</th>
              <th scope="col">{t('column.to')}</th>
            </tr>
          </thead>
          <tbody>
            {stored.map((change) => (
              <tr key={`${change.section} ${change.pointer}`}>
                <th scope="row">
                  <ReviewKey section={change.section} pointer={change.pointer} />
                </th>
                <StoredCells change={change} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function StoredCells({ change }: { change: StoredChange }) {
  const t = useTranslations('systemConfigs.review')
  const value = useReviewedValue()
  const { before, after } = change
  if (isSecretChange(change)) {
    return (
      <td colSpan={2}>
        <b>{t(`secretKind.${kindOf(change)}`)}</b>
      </td>
    )
  }
  const absent = <span className={styles.quiet}>{t('absent')}</span>
  return (
    <>
      <td>{before === undefined ? absent : <s>{value(before)}</s>}</td>
      <td>{after === undefined ? absent : <b>{value(after)}</b>}</td>
    </>
  )
}

/** Whether what changes is the secret itself: of an address the rest may change, too, and that is shown. */
function isSecretChange({ before, after }: StoredChange): boolean {
  if (isWholeSecret(before) || isWholeSecret(after)) return true
  return isSecretMarker(before) && isSecretMarker(after) && before.shown === after.shown
}

function isNewEmptySection({ pointer, before, after }: StoredChange): boolean {
  return pointer === '' && before === undefined && isJsonObject(after) && Object.keys(after).length === 0
}

type Kind = 'added' | 'changed' | 'removed'

function kindOf({ before, after }: StoredChange): Kind {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}
