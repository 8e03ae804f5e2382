import { type ReactNode, useMemo } from 'react'
import { Popover as AriaPopover, Dialog } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './popover.module.css'

interface AnchoredPopoverProps {
  /** What it stands at, and what gets the focus back. */
  anchor: HTMLElement
  /** Accessible name of what opens. */
  label: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}

/** One small dialog for many places: a popover per place would cost every one of them its share. */
export function AnchoredPopover({ anchor, label, isOpen, onClose, children }: AnchoredPopoverProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <AriaPopover
      triggerRef={triggerRef}
      className={classNames(styles.popover)}
      placement="bottom start"
      offset={6}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog aria-label={label} className={classNames(styles.content)}>
        {children}
      </Dialog>
    </AriaPopover>
  )
}
