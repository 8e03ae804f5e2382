import { useState } from 'react'
import { TextField } from '#web/components/text-field.tsx'

interface MonthFieldProps {
  label: string
  /** `YYYYMM`; empty for none. */
  value: string
  /** Gets what stands there: a month, nothing, or the beginning of one where the browser has no field for months. */
  onChange: (value: string) => void
  errorMessage?: string | undefined
}

/** A month, chosen or typed as year and month. */
export function MonthField({ label, value, onChange, errorMessage }: MonthFieldProps) {
  const [text, setText] = useState(value === '' ? '' : `${value.slice(0, 4)}-${value.slice(4)}`)
  return (
    <TextField
      label={label}
      type="month"
      placeholder="YYYY-MM"
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(typed.trim().replace('-', ''))
      }}
      errorMessage={errorMessage}
      autoComplete="off"
    />
  )
}
