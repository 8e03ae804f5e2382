import { parsePointer } from '@strata/json'
import { echoQuantity, unitOf } from '@strata/kazoo-schemas'
import { NumberField } from '#web/components/number-field.tsx'
import type { ControlProps } from '../field-hints.ts'

/** A number with its unit, and the same amount in words beside it. */
export function NumberControl({ value, inherited, ...control }: ControlProps) {
  const unit = unitOf(parsePointer(control.pointer).at(-1) ?? '')
  const amount = value ?? inherited
  const echo = unit !== undefined && typeof amount === 'number' ? echoQuantity(amount, unit) : undefined
  return (
    <NumberField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid}
      isReadOnly={control.isReadOnly}
      isInteger={control.schema.type === 'integer'}
      value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
      placeholder={control.placeholder}
      onChange={control.onChange}
      suffix={unit === undefined ? undefined : [unit, echo].filter(Boolean).join(' · ')}
    />
  )
}
