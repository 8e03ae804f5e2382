import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import styles from './controls.module.css'

/** Text. Emptied, it is not set; an empty text has to be asked for. */
export function TextControl({ value, inherited, placeholder, canUnset, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.text')
  const text = value === undefined ? '' : String(value)
  const canBeEmptied = value === undefined && canUnset && !control.isReadOnly && isText(inherited)
  const isLong = [text, inherited].some((shown) => typeof shown === 'string' && shown.includes('\n'))
  return (
    <TextField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid}
      isReadOnly={control.isReadOnly}
      value={text}
      placeholder={value === '' ? t('empty') : placeholder}
      onChange={(next) => control.onChange(next === '' && canUnset ? undefined : next)}
      autoComplete="off"
      spellCheck="false"
      {...(isLong ? { rows: 3 } : {})}
      suffix={
        canBeEmptied ? (
          <Button variant="quiet" size="sm" className={styles.whenNear} onPress={() => control.onChange('')}>
            {t('setEmpty')}
          </Button>
        ) : undefined
      }
    />
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
