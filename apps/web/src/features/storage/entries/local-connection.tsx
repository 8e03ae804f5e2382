import type { JsonObject } from '@strata/json'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow } from '../document/document-errors.ts'
import { objectAt } from '../document/document-parts.ts'
import { OtherEntryKeys } from '../document/other-entry-keys.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import styles from './entry-card.module.css'
import { UsedBy } from './used-by.tsx'

const place = '/connections/local'

/** The cluster's own CouchDB: there without being defined; what a document says of it all the same is shown. */
export function LocalConnection({ icon }: { icon: ReactNode }) {
  const t = useTranslations('storage.connections')
  const { fields, errors, change } = useStorageDocument()
  const value: JsonObject = objectAt(fields, place)
  return (
    <section className={styles.card} aria-label={t('localName')} data-place={place}>
      <header className={styles.head}>
        {icon}
        <div className={styles.words}>
          <h3 className={styles.title}>
            {t('localName')} <code>{t('local')}</code>
          </h3>
          <p className={styles.target}>{t('localText')}</p>
        </div>
      </header>
      {Object.keys(value).length === 0 ? null : (
        <div className={styles.body}>
          <OtherEntryKeys
            title={t('localKeys')}
            value={value}
            known={[]}
            onChange={(next) => change((before) => withValueAt(before, place, next))}
            errors={errorsBelow(errors, place)}
          />
        </div>
      )}
      <footer className={styles.foot}>
        <UsedBy map="connections" id="local" isAlwaysThere />
      </footer>
    </section>
  )
}
