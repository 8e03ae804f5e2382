import { useTranslations } from 'use-intl'
import { Segmented } from './segmented.tsx'

export interface TriStateProps {
  /** Undefined: nothing is set here, the value is inherited. */
  value: boolean | undefined
  /** What holds while nothing is set here; undefined where that is not known, or is neither. */
  inherited?: boolean | undefined
  onChange: (value: boolean | undefined) => void
  'aria-label'?: string
  'aria-labelledby'?: string
  isDisabled?: boolean
  id?: string
}

/** A switch that can also leave the decision to the layer below. */
export function TriState({ value, inherited, onChange, ...rest }: TriStateProps) {
  const t = useTranslations('components.triState')
  const ghost = value === undefined ? inherited : undefined
  return (
    <Segmented
      {...rest}
      options={[
        {
          value: 'inherit',
          label: t('inherit'),
          ...(inherited === undefined ? {} : { name: t('inherits', { value: t(inherited ? 'on' : 'off') }) }),
        },
        { value: 'on', label: t('on'), isGhost: ghost === true },
        { value: 'off', label: t('off'), isGhost: ghost === false },
      ]}
      value={value === undefined ? 'inherit' : value ? 'on' : 'off'}
      onChange={(chosen) => onChange(chosen === 'inherit' ? undefined : chosen === 'on')}
    />
  )
}
