import { formatPointer } from '@strata/json'
import { useFormatter, useTranslations } from 'use-intl'
import styles from '#web/components/save-bar.module.css'
import { nameOf } from '../entries/back-end-kinds.tsx'
import { newlyUnused } from '../entries/entry-usage.ts'
import { withOwnDocument } from '../plan/storage-layers.ts'
import { CrashCount } from './crash-note.tsx'
import { useStorageDocument } from './document-context.ts'
import { objectAt } from './document-parts.ts'

interface DocumentSummaryProps {
  /** There is no document yet: saving makes it. */
  isNew: boolean
  count: number
  problems: number
}

/** How much of a storage document is unsaved, and what to know before it is saved. */
export function DocumentSummary({ isNew, count, problems }: DocumentSummaryProps) {
  const t = useTranslations('storage.saveBar')
  const changes = t('changes', { count })
  return (
    <>
      <b>{isNew ? t('creates', { changes }) : changes}</b>
      {problems === 0 ? null : <span className={styles.bad}> · {t('problems', { count: problems })}</span>}
      <CrashCount />
      <UnusedNote />
    </>
  )
}

/** Says before a save which back-ends and connections would be stored for nothing. */
function UnusedNote() {
  const t = useTranslations('storage.saveBar')
  const format = useFormatter()
  const { fields, storedFields, layers, kazooVersion } = useStorageDocument()
  const unused = newlyUnused(withOwnDocument(layers, storedFields), layers, kazooVersion)
  if (unused.length === 0) return null
  const names = unused.map(({ map, id }) => nameOf(objectAt(fields, formatPointer([map, id]))) ?? id)
  return <span className={styles.warning}> · {t('unused', { names: format.list(names) })}</span>
}
