import { useBlocker } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface UnsavedGuardProps {
  isDirty: boolean
  /** The changes can be taken up again in this browser. */
  isKept?: boolean
  /** Nothing at all is lost: the page may be left without a question. */
  isKeptWhole?: boolean
}

const unsaved = new Set<symbol>()

/** Whether a page in sight has unsaved changes. */
export function isAnythingUnsaved(): boolean {
  return unsaved.size > 0
}

/** Asks before unsaved changes are lost: by another page, the back button, a closed tab. */
export function UnsavedGuard({ isDirty, isKept = false, isKeptWhole = false }: UnsavedGuardProps) {
  const asks = isDirty && !isKeptWhole
  const t = useTranslations('components.unsavedGuard')
  useEffect(() => {
    if (!isDirty) return
    const page = Symbol('page')
    unsaved.add(page)
    return () => void unsaved.delete(page)
  }, [isDirty])
  const blocker = useBlocker({
    // Another filter or section of the same page keeps the draft.
    shouldBlockFn: ({ current, next }) => asks && current.pathname !== next.pathname,
    enableBeforeUnload: asks,
    withResolver: true,
  })
  useEffect(() => {
    // What was being saved is stored meanwhile: nothing stands in the way any more.
    if (blocker.status === 'blocked' && !isDirty) blocker.proceed()
  })
  return (
    <ConfirmDialog
      title={t('title')}
      confirmLabel={t(isKept ? 'leaveKept' : 'leave')}
      cancelLabel={t('stay')}
      {...(isKept ? {} : { tone: 'danger' })}
      isOpen={blocker.status === 'blocked'}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t(isKept ? 'textKept' : 'text')}
    </ConfirmDialog>
  )
}
