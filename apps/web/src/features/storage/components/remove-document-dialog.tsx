import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { showToast } from '#web/components/toast.tsx'
import { removeStorageMutation } from '../api/remove-storage.ts'
import type { StoredStorage } from '../api/stored-storage.ts'
import { toAccountPlans, toSystemPlans } from '../routes.ts'
import { useStorageDocument } from './document-context.ts'

interface RemoveDocumentDialogProps {
  name: string
  stored: StoredStorage
  isOpen: boolean
  onClose: () => void
}

/** Deletes the whole document, or the plan, once it is confirmed. */
export function RemoveDocumentDialog({ name, stored, isOpen, onClose }: RemoveDocumentDialogProps) {
  const t = useTranslations('storage.removeDocument')
  const navigate = useNavigate()
  const { place, removed } = useStorageDocument()
  const mutation = useMutation(removeStorageMutation(place))
  const isPlan = place.scope === 'plan'

  function remove() {
    mutation.mutate(stored.revision, {
      onSuccess: () => {
        onClose()
        showToast({ title: t('done'), tone: 'good' })
        if (!isPlan) return removed()
        const { accountId } = place
        void navigate({
          ...(accountId === undefined ? toSystemPlans() : toAccountPlans(accountId)),
          ignoreBlocker: true,
        })
      },
      onError: (error) => {
        onClose()
        showToast({ title: t('failed'), description: error.message, tone: 'bad' })
      },
    })
  }

  return (
    <ConfirmDialog
      title={t(isPlan ? 'planTitle' : 'title', { name })}
      confirmLabel={t('confirm')}
      tone="danger"
      isOpen={isOpen}
      isPending={mutation.isPending}
      onConfirm={remove}
      onCancel={onClose}
    >
      {t(isPlan ? 'planText' : 'text')}
    </ConfirmDialog>
  )
}
