import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '#web/components/checkbox.tsx'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { showToast } from '#web/components/toast.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { useFailureWords } from '#web/lib/use-failure-words.ts'
import { removeStorageMutation } from '../api/remove-storage.ts'
import type { StoredStorage } from '../api/storage-document.ts'
import { AccountNames } from '../assign/account-names.tsx'
import styles from '../assign/assign.module.css'
import { BrokenByRemoval } from '../assign/broken-by-removal.tsx'
import { useTouchedAccounts } from '../assign/use-touched-accounts.ts'
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
  const words = useFailureWords()
  const where = useTranslations('storageWhere.touched')
  const navigate = useNavigate()
  const { place, removed } = useStorageDocument()
  const mutation = useMutation(removeStorageMutation(place))
  const isPlan = place.scope === 'plan'
  const isShared = isPlan || place.scope === 'system'
  const touched = useTouchedAccounts(place)
  const isUsed = touched !== undefined && touched.count > 0
  const [isUnderstood, setUnderstood] = useState(false)

  function remove() {
    mutation.mutate(
      { revision: stored.revision, isForced: isUsed },
      {
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
          showToast({ title: t('failed'), description: isChanged(error) ? t('changed') : words(error), tone: 'bad' })
        },
      },
    )
  }

  return (
    <ConfirmDialog
      title={t(isPlan ? 'planTitle' : 'title', { name })}
      confirmLabel={t('confirm')}
      tone="danger"
      isOpen={isOpen}
      isPending={mutation.isPending}
      // Until it is known for whom it counts nobody can know what its removal does.
      canConfirm={!isShared || (touched !== undefined && (!isUsed || isUnderstood))}
      onConfirm={remove}
      onCancel={onClose}
    >
      {isUsed ? (
        <div className={styles.removal}>
          <p>{where(isPlan ? 'inUse' : 'systemInUse', { count: touched.count })}</p>
          <AccountNames touched={touched} />
          <BrokenByRemoval />
          <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
            {where(isPlan ? 'understood' : 'systemUnderstood', { count: touched.count })}
          </Checkbox>
        </div>
      ) : (
        t(isPlan ? 'planText' : 'text')
      )}
    </ConfirmDialog>
  )
}

/** It is another revision than the one that was looked at, or a plan that accounts follow by now. */
function isChanged(error: Error): boolean {
  return error instanceof ApiError && error.kind === 'conflict'
}
