import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  title: string
  /** What will happen, and whether it can be taken back. */
  children: ReactNode
  /** The verb: "Remove section", never "OK". */
  confirmLabel: string
  cancelLabel?: string
  tone?: 'default' | 'danger'
  isOpen: boolean
  isPending?: boolean
  /** False while something is to be understood first. */
  canConfirm?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** A question with two answers; the safe one has the focus. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel,
  tone = 'default',
  isOpen,
  isPending = false,
  canConfirm = true,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const t = useTranslations('components')
  const footer = (
    <>
      <Button onPress={onCancel} autoFocus>
        {cancelLabel ?? t('cancel')}
      </Button>
      <Button
        variant={tone === 'danger' ? 'danger' : 'primary'}
        isPending={isPending}
        isDisabled={!canConfirm}
        onPress={onConfirm}
      >
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <Dialog
      title={title}
      footer={footer}
      role="alertdialog"
      size="sm"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
    >
      {children}
    </Dialog>
  )
}
