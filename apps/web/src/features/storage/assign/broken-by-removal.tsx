import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import styles from './assign.module.css'
import { BrokenAccounts } from './broken-accounts.tsx'
import { useBrokenAccounts } from './use-touched-accounts.ts'

/** Whose storage fails once the plan, or the system's document, is removed. */
export function BrokenByRemoval() {
  const t = useTranslations('storageWhere.touched')
  const { place } = useStorageDocument()
  const touched = useBrokenAccounts(place, null)
  if (touched === undefined || touched.broken_count === 0) return null
  return (
    <div className={styles.breaks} role="alert">
      <p>
        <b>{t('breaks', { count: touched.broken_count })}:</b>
      </p>
      <BrokenAccounts touched={touched} />
      <p>{t('breaksText')}</p>
    </div>
  )
}
