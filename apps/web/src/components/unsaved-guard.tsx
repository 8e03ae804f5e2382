import { useBlocker } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface UnsavedGuardProps {
  isDirty: boolean
}

/** Asks before unsaved changes are left behind: another page, the back button, a closed tab. */
export function UnsavedGuard({ isDirty }: UnsavedGuardProps) {
  const t = useTranslations('components.unsavedGuard')
  const blocker = useBlocker({
    // Another filter or section of the same page keeps the draft.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      title={t('title')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      tone="danger"
      isOpen={blocker.status === 'blocked'}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
