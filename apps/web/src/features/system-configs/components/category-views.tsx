import type { Sections } from '@strata/layered-config'
import { useLocation } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { HeaderLink } from '#web/components/header-links.tsx'
import { useKnownZones } from '../api/use-known-zones.ts'
import { otherSide } from '../compare/other-side.ts'
import { toCompare } from '../compare/routes.ts'
import { readMatrixSearch, toMatrix } from '../matrix/routes.ts'
import { type CategorySearch, readCategorySearch, toCategory } from '../routes.ts'
import styles from './category-views.module.css'

const VIEWS = ['form', 'json', 'matrix', 'compare'] as const

interface CategoryViewsProps {
  category: string
  sections: Sections
  current: (typeof VIEWS)[number]
  /** What is kept of the address: whose values, which of them, and the setting that was led to. */
  kept: Pick<CategorySearch, 'section' | 'q' | 'key' | 'only'>
}

/** The ways to look at a category, at the same place on each of their pages; each keeps scope, filter and place. */
export function CategoryViews({ category, sections, current, kept }: CategoryViewsProps) {
  const t = useTranslations('systemConfigs.views')
  const { pathname } = useLocation()
  const { section = 'default', q, key, only } = kept
  const zones = useKnownZones([...Object.keys(sections), section])
  const place = readCategorySearch({ section, q, key })
  // What the filter's kinds are called is another thing in the matrix.
  const search = only === undefined ? place : { ...place, only }
  const other = { category, section: otherSide(section, sections, zones) }
  const links = {
    form: toCategory(category, search),
    json: toCategory(category, { ...search, view: 'json' }),
    matrix: toMatrix(category, readMatrixSearch({ section, q, key })),
    compare: toCompare({ category, section }, other, q),
  }
  return (
    <nav className={styles.views} aria-label={t('label')}>
      {VIEWS.map((view) => (
        <HeaderLink
          key={view}
          {...(view === current ? { to: pathname, search: true } : links[view])}
          activeOptions={{ exact: true }}
          variant="quiet"
        >
          {t(view)}
        </HeaderLink>
      ))}
    </nav>
  )
}
