import { useTranslations } from 'use-intl'
import { Segmented } from '#web/components/segmented.tsx'
import { TriState } from '#web/components/tri-state.tsx'
import type { ControlProps } from '../field-hints.ts'

/** On, off, or neither: then what is inherited holds. */
export function SwitchControl({ value, canUnset, ...control }: ControlProps) {
  const t = useTranslations('components.triState')
  const shared = { id: control.id, 'aria-labelledby': control.labelledBy, isDisabled: control.isReadOnly }
  if (canUnset) {
    return <TriState {...shared} value={value === undefined ? undefined : value === true} onChange={control.onChange} />
  }
  return (
    <Segmented
      {...shared}
      options={[
        { value: 'on', label: t('on') },
        { value: 'off', label: t('off') },
      ]}
      value={value === true ? 'on' : 'off'}
      onChange={(chosen) => control.onChange(chosen === 'on')}
    />
  )
}
