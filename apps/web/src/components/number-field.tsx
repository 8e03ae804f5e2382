import { useState } from 'react'
import { TextField, type TextFieldProps } from './text-field.tsx'

export interface NumberFieldProps
  extends Omit<TextFieldProps, 'value' | 'onChange' | 'rows' | 'defaultValue' | 'type'> {
  /** Text stands for something typed that is no number: kept, so that it can be mended. */
  value: number | string | undefined
  onChange: (value: number | string | undefined) => void
  isInteger?: boolean
}

/**
 * A number as text: nothing is rounded, clamped or reformatted behind the operator's back.
 * - empty gives `undefined`, a number gives that number, anything else the text itself
 * - arrow keys step by one, with Shift by ten
 */
export function NumberField({ value, onChange, isInteger = false, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState('')
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
    />
  )
}

/** JSON's own idea of a number, with surrounding blanks forgiven. */
function parse(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : text
}
