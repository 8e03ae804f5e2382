import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  title: string
  children: ReactNode
  /** Its buttons, the main one last. */
  footer?: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  size?: 'sm' | 'md' | 'lg'
  role?: 'dialog' | 'alertdialog'
  /** False where the question must be answered: no closing by Escape or a click beside it, no close button. */
  isDismissable?: boolean
}

/** A modal dialog: holds the focus, closes by Escape, gives the focus back. */
export function Dialog({
  title,
  children,
  footer,
  isOpen,
  onOpenChange,
  size = 'md',
  role = 'dialog',
  isDismissable = true,
}: DialogProps) {
  const t = useTranslations('components')
  return (
    <ModalOverlay
      className={classNames(styles.overlay)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={classNames(styles.dialog)} role={role}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={classNames(styles.title)}>
              {title}
            </Heading>
            {isDismissable && role === 'dialog' ? (
              <IconButton label={t('close')} icon={<X />} size="sm" onPress={() => onOpenChange(false)} />
            ) : null}
          </header>
          <div className={styles.body}>{children}</div>
          {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
