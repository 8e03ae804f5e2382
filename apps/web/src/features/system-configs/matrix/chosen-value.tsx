import type { JsonValue } from '@strata/json'
import { useTranslations } from 'use-intl'
import { listedValues } from '#web/components/schema-form/field-schema.ts'
import { Select } from '#web/components/select.tsx'
import type { ChosenControl } from './value-control.ts'

interface ChoiceSelectProps {
  control: ChosenControl
  value: JsonValue | undefined
  label: string
  placeholder: string
  isReadOnly?: boolean
  /** It stands open from the beginning. */
  defaultOpen?: boolean
  onSet: (value: JsonValue) => void
  onClose?: () => void
}

/** One of the values that a key takes, in a list that shows each whole. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { control, value, label, placeholder, isReadOnly = false, defaultOpen = false, onSet, onClose } = props
  const t = useTranslations('matrix.bar')
  const listed: readonly JsonValue[] = control.kind === 'switch' ? [true, false] : listedValues(control.row.schema)
  const chosen = value === undefined ? -1 : listed.indexOf(value)
  const wordOf = (choice: JsonValue) =>
    control.kind === 'switch'
      ? t(choice === true ? 'on' : 'off')
      : typeof choice === 'string' && choice !== ''
        ? choice
        : JSON.stringify(choice)
  return (
    <Select
      aria-label={label}
      isDisabled={isReadOnly}
      defaultOpen={defaultOpen}
      value={chosen === -1 ? undefined : String(chosen)}
      placeholder={placeholder}
      options={listed.map((choice, index) => ({ value: String(index), label: wordOf(choice) }))}
      onChange={(index) => {
        const next = listed[Number(index)]
        if (next !== undefined) onSet(next)
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.()
      }}
    />
  )
}
