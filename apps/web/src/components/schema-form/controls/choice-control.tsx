import type { JsonValue } from '@strata/json'
import { useTranslations } from 'use-intl'
import { Select } from '#web/components/select.tsx'
import type { ControlProps } from '../field-hints.ts'
import { listedValues } from '../field-schema.ts'

const UNSET = 'unset'

/** One of the values the schema lists; a stored one that it does not list stays choosable. */
export function ChoiceControl({ value, schema, placeholder, canUnset, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.choice')
  const listed = listedValues(schema)
  const values = value === undefined || listed.includes(value) ? listed : [...listed, value]
  const options = values.map((choice, index) => ({ value: String(index), label: wordOf(choice) }))
  return (
    <Select
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid}
      isDisabled={control.isReadOnly}
      options={
        canUnset
          ? [
              placeholder === ''
                ? { value: UNSET, label: t('unset'), isGhost: true }
                : { value: UNSET, label: placeholder, description: t('inherited'), isGhost: true },
              ...options,
            ]
          : options
      }
      value={value === undefined ? UNSET : String(values.indexOf(value))}
      onChange={(chosen) => control.onChange(chosen === UNSET ? undefined : values[Number(chosen)])}
    />
  )
}

function wordOf(value: JsonValue): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value)
}
