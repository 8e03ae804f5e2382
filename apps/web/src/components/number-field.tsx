import { useState } from 'react'
import { TextField, type TextFieldProps } from './text-field.tsx'

export interface NumberFieldProps
  extends Omit<TextFieldProps, 'value' | 'onChange' | 'rows' | 'defaultValue' | 'type'> {
  /** Text stands for something typed that is no number: kept, so that it can be mended. */
  value: number | string | undefined
  onChange: (value: number | string | undefined) => void
  isInteger?: boolean
  /** What other texts mean, such as `5s`. */
  read?: (text: string) => number | undefined
}

/**
 * A number as text: nothing is rounded, clamped or reformatted behind the operator's back.
 * - empty gives `undefined`, a number gives that number, anything else the text itself
 * - what `read` understands stays as it was typed until the field is left
 * - arrow keys step by one, with Shift by ten
 */
export function NumberField({ value, onChange, isInteger = false, read, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState('')
  const parse = (text: string) => parseNumber(text) ?? (text.trim() === '' ? undefined : (read?.(text) ?? text))
  // What was typed shows as long as it still means the value: "1.50" stays "1.50".
  const shown = parse(typed) === value ? typed : String(value ?? '')

  function change(text: string) {
    setTyped(text)
    onChange(parse(text))
  }

  function step(event: Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0]) {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    // React Aria keeps a key to a handler unless told otherwise: Ctrl+S and the like belong to the page.
    if (direction === 0 || typeof value !== 'number' || rest.isReadOnly || rest.isDisabled)
      return event.continuePropagation()
    event.preventDefault()
    change(String(value + direction * (event.shiftKey ? 10 : 1)))
  }

  return (
    <TextField
      {...rest}
      inputMode={isInteger ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={shown}
      onChange={change}
      onKeyDown={step}
      onBlur={(event) => {
        setTyped('')
        rest.onBlur?.(event)
      }}
    />
  )
}

/** JSON's own idea of a number, with surrounding blanks forgiven. One too large for any, such as 1e999, would be stored as null. */
function parseNumber(text: string): number | undefined {
  const trimmed = text.trim()
  const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined
  return Number.isFinite(number) ? number : undefined
}
