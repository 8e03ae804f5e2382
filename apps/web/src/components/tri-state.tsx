import { useTranslations } from 'use-intl'
import { Segmented } from './segmented.tsx'

export interface TriStateProps {
  /** Undefined: nothing is set here, the value is inherited. */
  value: boolean | undefined
  onChange: (value: boolean | undefined) => void
  'aria-label'?: string
  'aria-labelledby'?: string
  isDisabled?: boolean
  id?: string
}

/** A switch that can also leave the decision to the layer below. */
export function TriState({ value, onChange, ...rest }: TriStateProps) {
  const t = useTranslations('components.triState')
  return (
    <Segmented
      {...rest}
      options={[
        { value: 'inherit', label: t('inherit') },
        { value: 'on', label: t('on') },
        { value: 'off', label: t('off') },
      ]}
      value={value === undefined ? 'inherit' : value ? 'on' : 'off'}
      onChange={(chosen) => onChange(chosen === 'inherit' ? undefined : chosen === 'on')}
    />
  )
}
