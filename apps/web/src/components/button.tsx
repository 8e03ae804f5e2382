import { LoaderCircle } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './button.module.css'
import { Kbd } from './kbd.tsx'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  children: ReactNode
  variant?: 'default' | 'primary' | 'danger' | 'quiet'
  size?: 'md' | 'sm'
  icon?: ReactNode
  /** Keys that do the same, shown at the end. */
  shortcut?: string
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  variant = 'default',
  size = 'md',
  icon,
  shortcut,
  className,
  isPending = false,
  ...rest
}: ButtonProps) {
  // React Aria's own pending state announces a name that is gone once the button is.
  const pending = isPending ? ({ 'aria-disabled': true, type: 'button', onPress: () => undefined } as const) : {}
  return (
    <AriaButton {...rest} {...pending} className={classNames(styles.button, styles[variant], styles[size], className)}>
      {isPending ? <LoaderCircle className={styles.spinner} aria-hidden="true" /> : icon}
      <span className={styles.label}>{children}</span>
      {shortcut === undefined ? null : <Kbd keys={shortcut} />}
    </AriaButton>
  )
}
