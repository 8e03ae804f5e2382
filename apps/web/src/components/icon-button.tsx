import type { ReactElement, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Says what it does: the accessible name and the tooltip. */
  label: string
  icon: ReactElement
  size?: 'md' | 'sm'
  shortcut?: string
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ label, icon, size = 'md', shortcut, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton {...rest} aria-label={label} className={classNames(styles.button, styles[size], className)}>
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
