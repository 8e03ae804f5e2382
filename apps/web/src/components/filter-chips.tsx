import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './filter-chips.module.css'

interface FilterChipsProps<Value extends string> {
  'aria-label': string
  options: readonly { value: Value; label: string }[]
  /** Undefined: all are in sight. */
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

/** At most one of a few filters; the chosen one is let go by choosing it again. */
export function FilterChips<Value extends string>({ options, value, onChange, ...rest }: FilterChipsProps<Value>) {
  return (
    <ToggleButtonGroup
      {...rest}
      className={classNames(styles.chips)}
      selectionMode="single"
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => onChange(options.find((option) => keys.has(option.value))?.value)}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={classNames(styles.chip)}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
