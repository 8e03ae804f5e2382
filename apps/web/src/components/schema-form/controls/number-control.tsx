import { doubtfulAmount, echoQuantity, usualAmount } from '@strata/kazoo-schemas'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { NumberField } from '#web/components/number-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import { useReportProblem } from '../form-scope.tsx'
import { readAmount, unitAt } from '../read-amount.ts'

/** A number with its unit, and the same amount in words beside it. */
export function NumberControl({ value, inherited, isFree, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.number')
  const report = useReportProblem(control.pointer)
  // Where no schema could object, a number would silently become a text.
  const problem = isFree && typeof value === 'string' ? t('notNumber') : undefined
  const unit = unitAt(control.pointer)
  const amount = value ?? inherited
  const doubt = typeof value === 'number' ? doubtfulAmount(value, control.schema, unit) : undefined
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
      read={(text) => readAmount(text, control.pointer)}
      description={doubt === undefined ? undefined : t(doubt, { usual: usualAmount(control.schema, unit) ?? '' })}
      suffix={unit === undefined ? undefined : [unit, echo].filter(Boolean).join(' · ')}
    />
  )
}
