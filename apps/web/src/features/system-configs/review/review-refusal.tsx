import type { ValidationErrors } from '@strata/api-types'
import { formatPointer, parsePointer } from '@strata/json'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { useFieldText } from '../words/use-field-text.ts'
import styles from './review-panel.module.css'

interface ReviewRefusalProps {
  errors: ValidationErrors
  onShow: (section: string, pointer: string) => void
}

/** What the server refuses, each with the way to its field. */
export function ReviewRefusal({ errors, onShow }: ReviewRefusalProps) {
  const t = useTranslations('systemConfigs.review')
  const field = useFieldText()
  const places = fromValidationErrors(errors).map(({ pointer, message }) => {
    const [section = '', ...tokens] = parsePointer(pointer)
    return { section, pointer: formatPointer(tokens), message }
  })
  return (
    <div className={styles.part} role="alert">
      <h3>{t('refused')}</h3>
      <ul className={styles.rows}>
        {places.map((place) => (
          <li key={`${place.section} ${place.pointer} ${place.message}`} className={styles.refusal}>
            <span>{place.message}</span>
            <Button size="sm" onPress={() => onShow(place.section, place.pointer)}>
              {t('showField', { field: field(place) })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
