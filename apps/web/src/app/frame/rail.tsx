import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { Focusable } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Logo } from '#web/components/logo.tsx'
import { Tooltip } from '#web/components/tooltip.tsx'
import { useSession } from '#web/lib/session.tsx'
import { pagesFor } from '../pages.tsx'
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
  const areas = pagesFor(session)
    .filter(({ rail }) => rail !== undefined)
    .sort((a, b) => (a.rail ?? 0) - (b.rail ?? 0))

  return (
    <div className={styles.rail}>
      <Link to="/" className={styles.home} aria-label={t('product')}>
        <Logo />
      </Link>
      <nav aria-label={t('areas.label')} className={styles.areas}>
        {areas.map(({ id, link, label, icon }) => (
          <Tooltip key={id} text={t(`areas.${label}`)} placement="right">
            <Focusable>
              <Link to={link.to} className={styles.area}>
                {icon}
                <span className={styles.label}>{t(`areas.${label}`)}</span>
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
