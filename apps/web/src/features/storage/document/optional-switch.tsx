import { useTranslations } from 'use-intl'
import type { ControlProps } from '#web/components/schema-form/field-hints.ts'
import { Segmented } from '#web/components/segmented.tsx'

/** On, off or not set, where nothing is inherited. */
export function OptionalSwitch({ id, labelledBy, value, isReadOnly, onChange }: ControlProps) {
  const t = useTranslations('storage.settings')
  return (
    <Segmented
      id={id}
      aria-labelledby={labelledBy}
      isDisabled={isReadOnly}
      options={[
        { value: 'notSet', label: t('notSet') },
        { value: 'on', label: t('on') },
        { value: 'off', label: t('off') },
      ]}
      value={typeof value === 'boolean' ? (value ? 'on' : 'off') : 'notSet'}
      onChange={(chosen) => onChange(chosen === 'notSet' ? undefined : chosen === 'on')}
    />
  )
}
