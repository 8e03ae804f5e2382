import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Brush, CircleAlert, Equal, Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { configSearchQuery } from '../api/config-search.ts'
import { toSweeper } from '../sweep/routes.ts'
import styles from './finding-links.module.css'
import { toSearch } from './routes.ts'
import { readQuery } from './search-query.ts'

/** Ways into all settings at once: the search, what it finds worth a look, and the sweeper. */
export function FindingLinks() {
  const t = useTranslations('search.links')
  const areas = useTranslations('frame.areas')
  const { data: search } = useQuery(configSearchQuery())
  const count = (token: string) => search?.find(readQuery(token)).length ?? 0
  const noise = count('@noise')
  const invalid = count('@invalid')
  return (
    <nav className={styles.links} aria-label={t('label')}>
      <Link {...toSearch('')}>
        <Search aria-hidden="true" />
        {t('search')}
      </Link>
      {invalid === 0 ? null : (
        <Link {...toSearch('@invalid')}>
          <CircleAlert aria-hidden="true" />
          {t('invalid', { count: invalid })}
        </Link>
      )}
      {noise === 0 ? null : (
        <Link {...toSearch('@noise')}>
          <Equal aria-hidden="true" />
          {t('noise', { count: noise })}
        </Link>
      )}
      <Link {...toSweeper()}>
        <Brush aria-hidden="true" />
        {areas('sweeper')}
      </Link>
    </nav>
  )
}
