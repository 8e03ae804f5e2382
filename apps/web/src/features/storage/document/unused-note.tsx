import { formatPointer } from '@strata/json'
import { useFormatter, useTranslations } from 'use-intl'
import { nameOf } from '../entries/back-end-kinds.tsx'
import { newlyUnused } from '../entries/entry-usage.ts'
import { withOwnDocument } from '../plan/storage-layers.ts'
import { useStorageDocument } from './document-context.ts'
import { objectAt } from './document-parts.ts'
import styles from './document-save-bar.module.css'

/** Says before a save which back-ends and connections would be stored for nothing. */
export function UnusedNote() {
  const t = useTranslations('storage.saveBar')
  const format = useFormatter()
  const { fields, storedFields, layers, kazooVersion } = useStorageDocument()
  const unused = newlyUnused(withOwnDocument(layers, storedFields), layers, kazooVersion)
  if (unused.length === 0) return null
  const names = unused.map(({ map, id }) => nameOf(objectAt(fields, formatPointer([map, id]))) ?? id)
  return <span className={styles.unused}> · {t('unused', { names: format.list(names) })}</span>
}
