import { useTranslations } from 'use-intl'
import { TextField } from '#web/components/text-field.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import { useStorageDocument } from './document-context.ts'
import { messageAt } from './document-errors.ts'
import styles from './document-form.module.css'
import { textOf } from './document-parts.ts'

/** What a plan is called, by which accounts that follow it show it. */
export function PlanName() {
  const t = useTranslations('storage.plans')
  const { fields, errors, isReadOnly, change } = useStorageDocument()
  return (
    <TextField
      className={styles.planName}
      label={t('name')}
      description={t('nameHelp')}
      value={textOf(fields.name) ?? ''}
      onChange={(name) => change((before) => withValueAt(before, '/name', name === '' ? undefined : name))}
      isReadOnly={isReadOnly}
      errorMessage={messageAt(errors, '/name')}
      autoComplete="off"
    />
  )
}
