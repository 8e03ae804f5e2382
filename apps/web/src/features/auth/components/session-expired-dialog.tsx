import type { SessionInfo } from '@strata/api-types'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '#web/components/dialog.tsx'
import { api } from '#web/lib/api-client.ts'
import { useSession } from '#web/lib/session.tsx'
import styles from './session-expired-dialog.module.css'
import { SignInForm } from './sign-in-form.tsx'

/** Asks for the password when the session ran out; the page behind it, drafts included, stays as it is. */
export function SessionExpiredDialog() {
  const t = useTranslations('frame.sessionExpired')
  const session = useSession()
  const queryClient = useQueryClient()
  const [isExpired, setExpired] = useState(false)

  useEffect(() => api.onUnauthenticated(() => setExpired(true)), [])

  function resume(next: SessionInfo) {
    // Somebody else must not find the drafts of the one before.
    if (next.user_id !== session.user_id || next.account_id !== session.account_id) return window.location.assign('/')
    setExpired(false)
    void queryClient.invalidateQueries()
  }

  return (
    <Dialog
      title={t('title')}
      size="sm"
      role="alertdialog"
      isOpen={isExpired}
      onOpenChange={setExpired}
      isDismissable={false}
    >
      <p className={styles.text}>{t('text')}</p>
      <SignInForm
        known={{ account: session.account_name, ...(session.username === null ? {} : { username: session.username }) }}
        onSignedIn={resume}
      />
    </Dialog>
  )
}
