import { getAt } from '@strata/json'
import { type PlanRule, type RuleCondition, rulePartPointer, rulePointer } from '@strata/storage-plan'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { messageAt } from '../document/document-errors.ts'
import { OtherEntryKeys } from '../document/other-entry-keys.tsx'
import { useDocumentParts } from '../document/use-document-parts.ts'
import { useShownPlace } from '../document/use-shown-place.ts'
import { EntrySelect } from '../plan/entry-select.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import styles from './conditions.module.css'
import { CopiesField } from './copies-field.tsx'
import { declaredKeys } from './declared-keys.ts'
import { useConditionWords } from './use-condition-words.ts'

interface ConditionRowProps {
  rule: PlanRule & { readonly condition: RuleCondition }
  onRemove: () => void
  /** Said of its months or names. */
  children?: ReactNode
}

const known: readonly string[] = ['attachments', 'connection', 'secondary_connections']

/** A rule for some months, or some names of databases: what it sends where. */
export function ConditionRow({ rule, onRemove, children }: ConditionRowProps) {
  const t = useTranslations('storage.conditions')
  const columns = useTranslations('storage.routes.columns')
  const words = useConditionWords()
  const { form, fields, errors, change, isReadOnly } = useStorageDocument()
  const { condition } = rule
  const pointer = rulePointer(rule)
  const title = words.title(condition)
  const row = useRef<HTMLLIElement>(null)
  useShownPlace(row, (shown) => shown === pointer || shown.startsWith(`${pointer}/`))
  const label = (column: 'files' | 'folder' | 'documents') => t('label', { rule: title, column: columns(column) })
  const folder = rulePartPointer(rule, 'folder')
  const folderPath = getAt(fields, folder)
  const part = useDocumentParts()

  return (
    <li ref={row} className={styles.rule}>
      <div className={styles.ruleHead}>
        <b>{condition.by === 'range' ? words.months(condition.key) : <code>{condition.key}</code>}</b>
        {children}
        {isReadOnly ? null : (
          <IconButton size="sm" icon={<Trash2 />} label={t('remove', { rule: title })} onPress={onRemove} />
        )}
      </div>
      <div className={styles.parts}>
        <div>
          <span className={styles.column}>{columns('files')}</span>
          <EntrySelect map="attachments" rule={rule} label={label('files')} />
        </div>
        <div>
          <span className={styles.column}>{columns('folder')}</span>
          <TextField
            aria-label={label('folder')}
            isCode
            value={folderPath === undefined ? '' : String(folderPath)}
            placeholder="–"
            onChange={(next) => change((before) => withValueAt(before, folder, next === '' ? undefined : next))}
            isReadOnly={isReadOnly}
            errorMessage={messageAt(errors, folder)}
            autoComplete="off"
            spellCheck="false"
          />
        </div>
        <div>
          <span className={styles.column}>{columns('documents')}</span>
          <EntrySelect map="connections" rule={rule} label={label('documents')} />
        </div>
      </div>
      {declaredKeys(form, rule).includes('secondary_connections') ? <CopiesField rule={rule} /> : null}
      <OtherEntryKeys {...part(`${pointer}/attachments`)} title={t('otherKeys')} known={['handler', 'params']} />
      <OtherEntryKeys {...part(`${pointer}/attachments/params`)} title={t('otherKeys')} known={['folder_path']} />
      <OtherEntryKeys {...part(pointer)} title={t('otherKeys')} known={known} />
    </li>
  )
}
