import { type JsonValue, parsePointer } from '@strata/json'
import { echoQuantity, unitOf } from '@strata/kazoo-schemas'
import { type FormEvent, type RefObject, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { listedValues } from '#web/components/schema-form/field-schema.ts'
import { readAmount } from '#web/components/schema-form/read-amount.ts'
import { Segmented } from '#web/components/segmented.tsx'
import { Select } from '#web/components/select.tsx'
import { TextField } from '#web/components/text-field.tsx'
import styles from './selection-bar.module.css'
import type { ValueControl } from './value-control.ts'

export interface ValueEditorProps {
  control: Exclude<ValueControl, { kind: 'refused' }>
  /** What all selected cells set. */
  value: JsonValue | undefined
  placeholder: string
  /** How many cells are selected. */
  count: number
  isReadOnly: boolean
  /** What is wrong with a value for the selected cells; undefined for nothing. */
  check: (value: JsonValue) => string | undefined
  onSet: (value: JsonValue) => void
  /** Gives up: the focus goes back to the cells. */
  onLeave: () => void
  /** Around the field, so that whoever begins to type in a cell is led to it. */
  field: RefObject<HTMLDivElement | null>
}

/** Edits the value of all selected cells by a control for their type. */
export function ValueEditor(props: ValueEditorProps) {
  const { control, field } = props
  const isTyped = control.kind === 'number' || control.kind === 'text'
  return (
    <div ref={field} className={styles.editor}>
      {isTyped ? <TypedValue {...props} /> : <ChosenValue {...props} />}
    </div>
  )
}

/** Typed, and set with Enter. */
function TypedValue({ control, value, placeholder, count, isReadOnly, check, onSet, onLeave }: ValueEditorProps) {
  const t = useTranslations('matrix.bar')
  const [draft, setDraft] = useState<JsonValue | undefined>(value)
  const [problem, setProblem] = useState<string>()
  const unit = unitOf(parsePointer(control.row.pointer).at(-1) ?? '')
  const echo = unit !== undefined && typeof draft === 'number' ? echoQuantity(draft, unit) : undefined

  function change(next: JsonValue | undefined) {
    setDraft(next)
    setProblem(undefined)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (draft === undefined || draft === '') return setProblem(t('nothing'))
    const wrong = check(draft) ?? (control.kind === 'number' && typeof draft !== 'number' ? t('notNumber') : undefined)
    setProblem(wrong)
    if (wrong === undefined) onSet(draft)
  }

  const shared = {
    'aria-label': t('value'),
    errorMessage: problem,
    isReadOnly,
    placeholder,
    suffix: unit === undefined ? undefined : [unit, echo].filter(Boolean).join(' · '),
  }
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      {control.kind === 'number' ? (
        <NumberField
          {...shared}
          isInteger={control.row.schema.type === 'integer'}
          value={typeof draft === 'number' || typeof draft === 'string' ? draft : undefined}
          onChange={change}
          read={(text) => readAmount(text, control.row.pointer)}
        />
      ) : (
        <TextField
          {...shared}
          value={draft === undefined ? '' : String(draft)}
          onChange={change}
          autoComplete="off"
          spellCheck="false"
        />
      )}
      <Button type="submit" variant="primary" isDisabled={isReadOnly}>
        {t('apply', { count })}
      </Button>
    </form>
  )
}

/** Chosen, and set at once. */
function ChosenValue({ control, value, placeholder, count, isReadOnly, onSet }: ValueEditorProps) {
  const t = useTranslations('matrix.bar')
  const listed: readonly JsonValue[] = control.kind === 'switch' ? [true, false] : listedValues(control.row.schema)
  const chosen = value === undefined ? -1 : listed.indexOf(value)
  const shared = {
    'aria-label': t('value'),
    isDisabled: isReadOnly,
    value: String(chosen),
    onChange: (index: string) => {
      const next = listed[Number(index)]
      if (next !== undefined) onSet(next)
    },
  }
  return (
    <div className={styles.form}>
      {control.kind === 'switch' ? (
        <Segmented
          {...shared}
          options={[
            { value: '0', label: t('on') },
            { value: '1', label: t('off') },
          ]}
        />
      ) : (
        <Select
          {...shared}
          value={chosen === -1 ? undefined : String(chosen)}
          placeholder={placeholder}
          options={listed.map((choice, index) => ({ value: String(index), label: wordOf(choice) }))}
        />
      )}
      <span className={styles.hint}>{t('choose', { count })}</span>
    </div>
  )
}

function wordOf(value: JsonValue): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value)
}
