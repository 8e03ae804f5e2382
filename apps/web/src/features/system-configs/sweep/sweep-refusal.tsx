import type { ValidationErrors } from '@strata/api-types'
import { formatPointer, parsePointer } from '@strata/json'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import review from '../review/review-panel.module.css'
import { toCategory } from '../routes.ts'

/** What the server refuses, each with the way to its category. */
export function SweepRefusal({ errors }: { errors: ValidationErrors }) {
  const t = useTranslations('sweep.review')
  return (
    <div className={review.part} role="alert">
      <h3>{t('refused')}</h3>
      <ul className={review.rows}>
        {fromValidationErrors(errors).map(({ pointer, message }) => {
          const [category = '', section = 'default', ...tokens] = parsePointer(pointer)
          const key = tokens.length === 0 ? {} : { key: formatPointer(tokens) }
          return (
            <li key={`${pointer} ${message}`} className={review.refusal}>
              <span>{message}</span>
              <Link {...toCategory(category, { section, ...key })}>{t('openCategory', { category })}</Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
