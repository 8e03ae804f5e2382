import type { SessionInfo } from '@strata/api-types'
import { BookOpen, CircleUser, Keyboard, LogOut, Monitor, Moon, Rows2, Rows4, Sun } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '#web/components/menu.tsx'
import { density } from '#web/lib/density.ts'
import { useSession } from '#web/lib/session.tsx'
import { useStoredChoice } from '#web/lib/stored-choice.ts'
import { theme } from '#web/lib/theme.ts'
import styles from './rail.module.css'

interface UserMenuProps {
  onShortcuts: () => void
  onGlossary: () => void
  onSignOut: () => void
}

/** Who is signed in, and what concerns this browser rather than the cluster. */
export function UserMenu({ onShortcuts, onGlossary, onSignOut }: UserMenuProps) {
  const t = useTranslations('frame.user')
  const session = useSession()

  return (
    <Menu
      placement="right bottom"
      aria-label={t('menu')}
      trigger={<IconButton label={t('menu')} icon={<CircleUser />} className={styles.button} />}
    >
      <MenuSection title={`${session.username ?? t('apiKey')} · ${session.account_name} · ${t(levelOf(session))}`}>
        <MenuItem icon={<Keyboard />} shortcut="?" onAction={onShortcuts}>
          {t('shortcuts')}
        </MenuItem>
        <MenuItem icon={<BookOpen />} onAction={onGlossary}>
          {t('glossary')}
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
        <MenuItem icon={<LogOut />} onAction={onSignOut}>
          {t('signOut')}
        </MenuItem>
      </MenuSection>
    </Menu>
  )
}

function levelOf(session: SessionInfo) {
  if (session.is_superduper_admin) return 'superduper'
  if (session.is_reseller) return 'reseller'
  return session.is_account_admin ? 'accountAdmin' : 'user'
}
