import type { StoredChange } from '@strata/api-types'
import { isSecretMarker } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useReviewedValue } from '../words/use-reading-words.ts'
import { ReviewKey } from './review-key.tsx'
import styles from './review-panel.module.css'

/** The keys of the document that change: the old value struck, the new one beside it. */
export function ReviewStored({ stored }: { stored: readonly StoredChange[] }) {
  const t = useTranslations('systemConfigs.review')
  const count = (kind: Kind) => stored.filter((change) => kindOf(change) === kind).length
  return (
    <section className={styles.part}>
      <h3>{t('stored')}</h3>
      <p>
        {stored.length === 0
          ? t('noChange')
          : t('storedCount', {
              count: stored.length,
              added: count('added'),
              changed: count('changed'),
              removed: count('removed'),
            })}
      </p>
      <ul className={styles.rows}>
        {stored.map((change) => (
          <li key={`${change.section} ${change.pointer}`} className={styles.row}>
            <ReviewKey section={change.section} pointer={change.pointer} /> <StoredValues change={change} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function StoredValues({ change }: { change: StoredChange }) {
  const t = useTranslations('systemConfigs.review')
  const value = useReviewedValue()
  const { before, after } = change
  const kind = kindOf(change)
  if (isSecretChange(change)) return <b>{t(`secretKind.${kind}`)}</b>
  return (
    <>
      <span className={styles.quiet}>{t(`kind.${kind}`)}</span> {before === undefined ? null : <s>{value(before)}</s>}{' '}
      {after === undefined ? null : <b className={styles.new}>{value(after)}</b>}
    </>
  )
}

/** Whether what changes is the secret itself: of an address the rest may change, too, and that is shown. */
function isSecretChange({ before, after }: StoredChange): boolean {
  if (isWholeSecret(before) || isWholeSecret(after)) return true
  return isSecretMarker(before) && isSecretMarker(after) && before.shown === after.shown
}

type Kind = 'added' | 'changed' | 'removed'

function kindOf({ before, after }: StoredChange): Kind {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}
