import type { SessionInfo } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { dismissToasts, showToast } from '#web/components/toast.tsx'
import { isAnythingUnsaved } from '#web/components/unsaved-guard.tsx'
import { sessionQuery, signOut } from '#web/features/auth/api/session.ts'
import { toSignIn } from '#web/features/auth/routes.ts'
import { forgetDrafts, hasDrafts } from '#web/lib/draft/kept-drafts.ts'

/** Asks first where something is unsaved: once the session has ended nothing can be stored any more. */
export function useSignOut(session: SessionInfo) {
  const t = useTranslations('frame.user')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending } = useMutation({
    // What the page still waits for would lead to questions that nobody may ask any more.
    mutationFn: () => Promise.all([signOut(), queryClient.cancelQueries()]),
    onSuccess: async () => {
      const { queryKey } = sessionQuery()
      queryClient.setQueryData(queryKey, null)
      await navigate({ ...toSignIn(), ignoreBlocker: true })
      // Nothing of one operator may be seen by the next; a page still in sight would ask for it again.
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
      queryClient.getMutationCache().clear()
      forgetDrafts()
      dismissToasts()
    },
    onError: (error) => {
      void queryClient.invalidateQueries()
      setAsking(false)
      showToast({ tone: 'bad', title: t('signOutFailed'), description: error.message })
    },
  })
  return {
    leave: () => (isAnythingUnsaved() || hasDrafts(session) ? setAsking(true) : mutate()),
    question: (
      <ConfirmDialog
        title={t('signOutTitle')}
        confirmLabel={t('signOutConfirm')}
        tone="danger"
        isOpen={isAsking}
        isPending={isPending}
        onConfirm={() => mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('signOutText')}
      </ConfirmDialog>
    ),
  }
}
