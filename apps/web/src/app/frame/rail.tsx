import { Link, useLocation } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Logo } from '#web/components/logo.tsx'
import { useSession } from '#web/lib/session.tsx'
import { pagesFor } from '../pages.tsx'
import styles from './rail.module.css'
import { StoreBadge } from './store-badge.tsx'
import { UserMenu } from './user-menu.tsx'
import { WaitingDrafts } from './waiting-drafts.tsx'

interface RailProps {
  onSearch: () => void
  onShortcuts: () => void
  onGlossary: () => void
  onSignOut: () => void
}

/** The areas, the search and the operator's own menu: a column beside the page, a bar below it on small screens. */
export function Rail({ onSearch, onShortcuts, onGlossary, onSignOut }: RailProps) {
  const t = useTranslations('frame')
  const session = useSession()
  const areas = pagesFor(session)
    .filter(({ rail }) => rail !== undefined)
    .sort((a, b) => (a.rail ?? 0) - (b.rail ?? 0))
  const pathname = useLocation({ select: (location) => location.pathname })

  return (
    <div className={styles.rail}>
      <Link to="/" className={styles.home} aria-label={t('product')}>
        <Logo />
      </Link>
      <nav aria-label={t('areas.label')} className={styles.areas}>
        {areas.map(({ id, link, label, icon, alsoAt = [] }) => (
          <Link
            key={id}
            to={link.to}
            className={styles.area}
            {...(alsoAt.some((start) => pathname.startsWith(start))
              ? { 'data-status': 'active', 'aria-current': 'page' }
              : {})}
          >
            {icon}
            <span className={styles.label}>{t(`areas.${label}`)}</span>
          </Link>
        ))}
      </nav>
      <div className={styles.end}>
        <WaitingDrafts />
        <StoreBadge />
        <IconButton
          label={t('user.search')}
          shortcut="Ctrl K"
          icon={<Search />}
          className={styles.button}
          onPress={onSearch}
          aria-keyshortcuts="Control+K"
        />
        <UserMenu onShortcuts={onShortcuts} onGlossary={onGlossary} onSignOut={onSignOut} />
      </div>
    </div>
  )
}
