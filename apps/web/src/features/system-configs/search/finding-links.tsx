import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Brush, CircleAlert, CircleHelp, Equal, Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { configSearchQuery } from '../api/config-search.ts'
import { toSweeper } from '../sweep/routes.ts'
import styles from './finding-links.module.css'
import { toSearch } from './routes.ts'

/** What is worth a look, the most urgent first. */
const FINDINGS = [
  { mark: 'invalid', kind: 'wrong-type', text: 'invalid', Icon: CircleAlert },
  { mark: 'unknown-node', kind: 'unknown-node', text: 'unknownNode', Icon: CircleHelp },
  { mark: 'unknown-zone', kind: 'unknown-zone', text: 'unknownZone', Icon: CircleHelp },
  { mark: 'noise', kind: 'equal-to-inherited', text: 'noise', Icon: Equal },
] as const

/** Ways into all settings at once: the search, what it finds worth a look, and the sweeper. */
export function FindingLinks() {
  const t = useTranslations('search.links')
  const areas = useTranslations('frame.areas')
  const { data: search } = useQuery(configSearchQuery())
  return (
    <nav className={styles.links} aria-label={t('label')}>
      <Link {...toSearch('')}>
        <Search aria-hidden="true" />
        {t('search')}
      </Link>
      {FINDINGS.map(({ mark, kind, text, Icon }) => {
        const count = search?.findings(mark) ?? 0
        if (count === 0) return null
        return (
          <Link key={mark} {...toSweeper({ kind })}>
            <Icon aria-hidden="true" />
            {t(text, { count })}
          </Link>
        )
      })}
      <Link {...toSweeper()}>
        <Brush aria-hidden="true" />
        {areas('sweeper')}
      </Link>
    </nav>
  )
}
