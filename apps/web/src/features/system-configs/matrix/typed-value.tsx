import { type JsonValue, parsePointer } from '@strata/json'
import { echoQuantity, unitOf } from '@strata/kazoo-schemas'
import { type Ref, useState } from 'react'
import { useTranslations } from 'use-intl'
import { NumberField } from '#web/components/number-field.tsx'
import { readAmount } from '#web/components/schema-form/read-amount.ts'
import { TextField, type TextFieldProps } from '#web/components/text-field.tsx'
import type { TypedControl } from './value-control.ts'

/** A value while it is typed. */
export interface TypedValue {
  readonly draft: JsonValue | undefined
  readonly problem: string | undefined
  readonly change: (next: JsonValue | undefined) => void
  /** What was typed, where nothing is wrong with it; undefined, and the problem is said, where something is. */
  readonly accept: () => JsonValue | undefined
}

export function useTypedValue(
  control: TypedControl,
  value: JsonValue | undefined,
  check: (value: JsonValue) => string | undefined,
): TypedValue {
  const t = useTranslations('matrix.bar')
  const [draft, setDraft] = useState(value)
  const [problem, setProblem] = useState<string>()

  function accept(): JsonValue | undefined {
    const wrong =
      draft === undefined || draft === ''
        ? t('nothing')
        : (check(draft) ?? (control.kind === 'number' && typeof draft !== 'number' ? t('notNumber') : undefined))
    setProblem(wrong)
    return wrong === undefined ? draft : undefined
  }

  return {
    draft,
    problem,
    change: (next) => {
      setDraft(next)
      setProblem(undefined)
    },
    accept,
  }
}

interface TypedFieldProps {
  control: TypedControl
  typed: TypedValue
  label: string
  placeholder: string
  isReadOnly?: boolean
  inputRef?: Ref<HTMLInputElement>
  onBlur?: NonNullable<TextFieldProps['onBlur']>
}

/** The field of a number or a text, with its unit. */
export function TypedField({ control, typed, label, isReadOnly = false, ...rest }: TypedFieldProps) {
  const { draft, problem, change } = typed
  const { pointer, schema } = control.row
  const unit = unitOf(parsePointer(pointer).at(-1) ?? '')
  const echo = unit !== undefined && typeof draft === 'number' ? echoQuantity(draft, unit) : undefined
  const shared = {
    'aria-label': label,
    errorMessage: problem,
    isReadOnly,
    suffix: unit === undefined ? undefined : [unit, echo].filter(Boolean).join(' · '),
    ...rest,
  }
  return control.kind === 'number' ? (
    <NumberField
      {...shared}
      isInteger={schema.type === 'integer'}
      value={typeof draft === 'number' || typeof draft === 'string' ? draft : undefined}
      onChange={change}
      read={(text) => readAmount(text, pointer)}
    />
  ) : (
    <TextField
      {...shared}
      value={draft === undefined ? '' : String(draft)}
      onChange={change}
      autoComplete="off"
      spellCheck="false"
    />
  )
}
