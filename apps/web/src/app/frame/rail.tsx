import { Link } from '@tanstack/react-router'
import { Brush, Database, Network, Search, SlidersHorizontal } from 'lucide-react'
import { Focusable } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Logo } from '#web/components/logo.tsx'
import { Tooltip } from '#web/components/tooltip.tsx'
import { useSession } from '#web/lib/session.tsx'
import styles from './rail.module.css'
import { UserMenu } from './user-menu.tsx'

interface RailProps {
  onSearch: () => void
  onShortcuts: () => void
}

/** The areas, the search and the operator's own menu: a column beside the page, a bar below it on small screens. */
export function Rail({ onSearch, onShortcuts }: RailProps) {
  const t = useTranslations('frame')
  const session = useSession()
  const areas = [
    { to: '/storage', label: t('areas.storage'), icon: <Database />, isOpen: true },
    {
      to: '/system-configs',
      label: t('areas.systemConfigs'),
      icon: <SlidersHorizontal />,
      isOpen: session.is_superduper_admin,
    },
    { to: '/topology', label: t('areas.topology'), icon: <Network />, isOpen: session.is_superduper_admin },
    { to: '/sweeper', label: t('areas.sweeper'), icon: <Brush />, isOpen: session.is_superduper_admin },
  ] as const

  return (
    <div className={styles.rail}>
      <Link to="/" className={styles.home} aria-label={t('product')}>
        <Logo />
      </Link>
      <nav aria-label={t('areas.label')} className={styles.areas}>
        {areas
          .filter((area) => area.isOpen)
          .map((area) => (
            <Tooltip key={area.to} text={area.label} placement="right">
              <Focusable>
                <Link to={area.to} className={styles.area}>
                  {area.icon}
                  <span className={styles.label}>{area.label}</span>
                </Link>
              </Focusable>
            </Tooltip>
          ))}
      </nav>
      <div className={styles.end}>
        <IconButton
          label={t('user.search')}
          shortcut="Ctrl K"
          icon={<Search />}
          className={styles.button}
          onPress={onSearch}
          aria-keyshortcuts="Control+K"
        />
        <UserMenu onShortcuts={onShortcuts} />
      </div>
    </div>
  )
}
