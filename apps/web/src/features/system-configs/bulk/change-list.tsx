import type { LeafOperation } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import { keyText } from '../words/key-text.ts'
import { useValueText } from '../words/use-value-words.ts'
import styles from './change-list.module.css'

/** What is about to happen in each of the sections chosen. */
export function ChangeList({ changes }: { changes: readonly LeafOperation[] }) {
  const t = useTranslations('bulk')
  const valueText = useValueText()
  return (
    <ul className={styles.changes} aria-label={t('apply.changes')}>
      {changes.map((change) => {
        const key = keyText(change.pointer)
        if (change.op === 'remove') return <li key={change.pointer}>{t('apply.remove', { key })}</li>
        return (
          <li key={change.pointer}>
            {t('apply.set', { key, value: valueText(hideSecretsAt(change.pointer, change.value)) })}
          </li>
        )
      })}
    </ul>
  )
}
