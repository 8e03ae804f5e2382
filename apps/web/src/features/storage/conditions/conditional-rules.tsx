import type { PlanRule } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import styles from '../plan/class-routes.module.css'
import { CopiesField } from './copies-field.tsx'
import { declaredKeys } from './declared-keys.ts'
import { MonthRules } from './month-rules.tsx'
import { NameRules } from './name-rules.tsx'

/** What a rule of KAZOO 5 says beyond one of 4.3: rules by month and by name within it, and copies of changes. */
export function ConditionalRules({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.conditions')
  const { form } = useStorageDocument()
  const keys = declaredKeys(form, rule)
  if (keys.length === 0) return null
  return (
    <>
      {keys.includes('secondary_connections') ? <CopiesField rule={rule} /> : null}
      {keys.includes('range') ? <MonthRules rule={rule} /> : null}
      {keys.includes('regex') ? <NameRules rule={rule} /> : null}
      {keys.includes('range') || keys.includes('regex') ? <p className={styles.help}>{t('precedence')}</p> : null}
    </>
  )
}
