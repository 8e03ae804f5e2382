import { formatPointer, type JsonObject } from '@strata/json'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '#web/components/copy-button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { messageAt } from '../document/document-errors.ts'
import { type EntryMap, textOf } from '../document/document-parts.ts'
import { withValueAt } from '../plan/plan-rules.ts'
import styles from './entry-editor.module.css'

interface EntryNamesProps {
  map: EntryMap
  id: string
  entry: JsonObject
  children?: ReactNode
}

/** What an entry is called: by people, and small below it by the plan. */
export function EntryNames({ map, id, entry, children }: EntryNamesProps) {
  const t = useTranslations('storage.backEnds')
  const { isReadOnly, errors, change } = useStorageDocument()
  const place = formatPointer([map, id, 'name'])
  return (
    <div className={styles.side}>
      <TextField
        label={t('name')}
        description={t('nameHelp')}
        value={textOf(entry.name) ?? ''}
        onChange={(name) => change((fields) => withValueAt(fields, place, name === '' ? undefined : name))}
        isReadOnly={isReadOnly}
        errorMessage={messageAt(errors, place)}
        autoComplete="off"
        spellCheck="false"
      />
      {children}
      <p className={styles.id}>
        {t('id')} <code>{id}</code>
        <CopyButton text={id} label={t('copyId', { name: textOf(entry.name) ?? id })} />
      </p>
    </div>
  )
}
