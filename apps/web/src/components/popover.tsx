import type { ReactElement, ReactNode } from 'react'
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
  Dialog,
  DialogTrigger,
} from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './popover.module.css'

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** Accessible name of what opens. */
  label: string
  placement?: NonNullable<AriaPopoverProps['placement']>
  children: ReactNode | ((close: () => void) => ReactNode)
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A small dialog at its button; closes by Escape or a click elsewhere. */
export function Popover({ trigger, label, placement = 'bottom start', children, ...open }: PopoverProps) {
  return (
    <DialogTrigger {...open}>
      {trigger}
      <AriaPopover className={classNames(styles.popover)} placement={placement} offset={6}>
        <Dialog aria-label={label} className={classNames(styles.content)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
