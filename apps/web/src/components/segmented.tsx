import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './segmented.module.css'

export interface SegmentedOption<Value extends string> {
  value: Value
  label: ReactNode
  icon?: ReactNode
  isDisabled?: boolean
  /** For those who do not see how it is drawn; begins with the label. */
  name?: string
  /** It holds although it is not chosen. */
  isGhost?: boolean
}

export interface SegmentedProps<Value extends string> {
  options: readonly SegmentedOption<Value>[]
  value: Value
  onChange: (value: Value) => void
  'aria-label'?: string
  'aria-labelledby'?: string
  isDisabled?: boolean
  /** `quiet`: no frame, for views of the same thing; `framed`: a value of a field. */
  variant?: 'framed' | 'quiet'
  id?: string
}

/** One of a few, all in sight: a radio group drawn as one control. */
export function Segmented<Value extends string>({
  options,
  value,
  onChange,
  variant = 'framed',
  ...rest
}: SegmentedProps<Value>) {
  return (
    <ToggleButtonGroup
      {...rest}
      className={classNames(styles.group, styles[variant])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value))
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          isDisabled={option.isDisabled ?? false}
          {...(option.name === undefined ? {} : { 'aria-label': option.name })}
          className={classNames(styles.option, option.isGhost === true && styles.ghost)}
        >
          {option.icon}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
