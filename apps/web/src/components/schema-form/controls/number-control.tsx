import { parsePointer } from '@strata/json'
import { echoQuantity, unitOf } from '@strata/kazoo-schemas'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { NumberField } from '#web/components/number-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import { useReportProblem } from '../form-scope.tsx'

/** A number with its unit, and the same amount in words beside it. */
export function NumberControl({ value, inherited, isFree, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.number')
  const report = useReportProblem(control.pointer)
  // Where no schema could object, a number would silently become a text.
  const problem = isFree && typeof value === 'string' ? t('notNumber') : undefined
  const unit = unitOf(parsePointer(control.pointer).at(-1) ?? '')
  const amount = value ?? inherited
  const echo = unit !== undefined && typeof amount === 'number' ? echoQuantity(amount, unit) : undefined

  useEffect(() => {
    report(problem)
    return () => report(undefined)
  }, [report, problem])

  return (
    <NumberField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid || problem !== undefined}
      errorMessage={problem}
      isReadOnly={control.isReadOnly}
      isInteger={control.schema.type === 'integer'}
      value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
      placeholder={control.placeholder}
      onChange={control.onChange}
      suffix={unit === undefined ? undefined : [unit, echo].filter(Boolean).join(' · ')}
    />
  )
}
