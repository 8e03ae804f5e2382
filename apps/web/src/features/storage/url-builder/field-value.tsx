import { isJsonObject, type JsonValue } from '@strata/json'
import { useTranslations } from 'use-intl'
import { Select } from '#web/components/select.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { kindOfField, knownArguments } from './path-field.ts'
import styles from './url-builder.module.css'

interface FieldValueProps {
  item: JsonValue
  number: string
  isReadOnly: boolean
  isInvalid: boolean
  onChange: (item: JsonValue) => void
}

/** What one part says, to be edited as its kind asks. */
export function FieldValue({ item, number, isReadOnly, isInvalid, onChange }: FieldValueProps) {
  const t = useTranslations('urlBuilder')
  const kind = kindOfField(item)
  if (kind === undefined) return <code className={styles.raw}>{JSON.stringify(item)}</code>
  if (kind === 'group') return <span className={styles.help}>{t('kinds.group.help')}</span>
  const value = isJsonObject(item) ? item[kind] : undefined
  if (kind === 'arg') {
    const known = knownArguments.map((name) => ({ value: name, label: t(`arguments.${name}`), description: name }))
    return (
      <Select
        aria-label={t('value', { number })}
        options={known}
        value={knownArguments.find((name) => name === value)}
        placeholder={String(value)}
        isInvalid={isInvalid}
        isDisabled={isReadOnly}
        onChange={(arg) => onChange({ arg })}
      />
    )
  }
  return (
    <TextField
      aria-label={t('value', { number })}
      isCode
      value={String(value)}
      placeholder={t(`kinds.${kind}.placeholder`)}
      isInvalid={isInvalid}
      isReadOnly={isReadOnly}
      onChange={(text) => onChange({ [kind]: text })}
      autoComplete="off"
      spellCheck="false"
    />
  )
}
