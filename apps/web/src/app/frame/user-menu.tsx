import type { SessionInfo } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CircleUser, Keyboard, LogOut, Monitor, Moon, Rows2, Rows4, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '#web/components/menu.tsx'
import { dismissToasts, showToast } from '#web/components/toast.tsx'
import { isAnythingUnsaved } from '#web/components/unsaved-guard.tsx'
import { sessionQuery, signOut } from '#web/features/auth/api/session.ts'
import { toSignIn } from '#web/features/auth/routes.ts'
import { density } from '#web/lib/density.ts'
import { forgetDrafts, hasDrafts } from '#web/lib/draft/kept-drafts.ts'
import { useSession } from '#web/lib/session.tsx'
import { useStoredChoice } from '#web/lib/stored-choice.ts'
import { theme } from '#web/lib/theme.ts'
import styles from './rail.module.css'

/** Who is signed in, and what concerns this browser rather than the cluster. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useTranslations('frame.user')
  const session = useSession()
  const { leave, question } = useSignOut(session)

  return (
    <>
      {question}
      <Menu
        placement="right bottom"
        aria-label={t('menu')}
        trigger={<IconButton label={t('menu')} icon={<CircleUser />} className={styles.button} />}
      >
        <MenuSection title={`${session.username ?? t('apiKey')} · ${session.account_name} · ${t(levelOf(session))}`}>
          <MenuItem icon={<Keyboard />} shortcut="?" onAction={onShortcuts}>
            {t('shortcuts')}
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <MenuSection title={t('theme')} selectionMode="single" selectedKeys={[useStoredChoice(theme)]}>
          <MenuItem id="light" icon={<Sun />} onAction={() => theme.set('light')}>
            {t('themeLight')}
          </MenuItem>
          <MenuItem id="dark" icon={<Moon />} onAction={() => theme.set('dark')}>
            {t('themeDark')}
          </MenuItem>
          <MenuItem id="system" icon={<Monitor />} onAction={() => theme.set('system')}>
            {t('themeSystem')}
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <MenuSection title={t('density')} selectionMode="single" selectedKeys={[useStoredChoice(density)]}>
          <MenuItem id="comfortable" icon={<Rows2 />} onAction={() => density.set('comfortable')}>
            {t('densityComfortable')}
          </MenuItem>
          <MenuItem id="compact" icon={<Rows4 />} onAction={() => density.set('compact')}>
            {t('densityCompact')}
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <MenuSection title={t('about', { version: session.version, store: session.store })}>
          <MenuItem icon={<LogOut />} onAction={leave}>
            {t('signOut')}
          </MenuItem>
        </MenuSection>
      </Menu>
    </>
  )
}

function levelOf(session: SessionInfo) {
  if (session.is_superduper_admin) return 'superduper'
  if (session.is_reseller) return 'reseller'
  return session.is_account_admin ? 'accountAdmin' : 'user'
}

/** Asks first where something is unsaved: once the session has ended nothing can be stored any more. */
function useSignOut(session: SessionInfo) {
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
