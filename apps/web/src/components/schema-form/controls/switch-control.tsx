import { useTranslations } from 'use-intl'
import { Segmented } from '#web/components/segmented.tsx'
import { TriState } from '#web/components/tri-state.tsx'
import type { ControlProps } from '../field-hints.ts'

const VALUES = { unset: undefined, on: true, off: false }

/** On, off, or neither: then what is inherited holds, or nothing. */
export function SwitchControl({ value, inherited, canUnset, inherits, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.switch')
  const shared = { id: control.id, 'aria-labelledby': control.labelledBy, isDisabled: control.isReadOnly }
  const state = value === undefined ? undefined : value === true
  if (canUnset && inherits) {
    const holds = typeof inherited === 'boolean' ? inherited : undefined
    return <TriState {...shared} value={state} inherited={holds} onChange={control.onChange} />
  }
  return (
    <Segmented
      {...shared}
      options={(canUnset ? (['unset', 'on', 'off'] as const) : (['on', 'off'] as const)).map((name) => ({
        value: name,
        label: t(name),
      }))}
      value={state === undefined ? 'unset' : state ? 'on' : 'off'}
      onChange={(chosen) => control.onChange(VALUES[chosen])}
    />
  )
}
