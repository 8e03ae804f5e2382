import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { categoriesQuery } from '../api/categories.ts'
import { toCategory } from '../routes.ts'
import { FindingLinks } from '../search/finding-links.tsx'
import styles from './system-configs-overview.module.css'

const SHOWN = 25

/** Shown while no category is chosen: where most is overridden. */
export function SystemConfigsOverview() {
  const t = useTranslations('systemConfigs.overview')
  const { data: categories } = useSuspenseQuery(categoriesQuery())
  useDocumentTitle(t('title'))
  const heading = useId()
  const overridden = categories
    .filter(({ overrides }) => overrides > 0)
    .toSorted((a, b) => b.overrides - a.overrides || a.id.localeCompare(b.id))
  return (
    <Page header={<PageHeader title={t('title')} subtitle={t('subtitle')} />} width="reading">
      <FindingLinks />
      {overridden.length === 0 ? (
        <EmptyState icon={<SlidersHorizontal aria-hidden="true" />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.total}>
            {t('total', {
              overrides: overridden.reduce((sum, category) => sum + category.overrides, 0),
              stored: categories.filter(({ stored }) => stored).length,
              count: categories.length,
            })}
          </p>
          <h2 className={styles.heading} id={heading}>
            {t('most')}
          </h2>
          <table className={styles.table} aria-labelledby={heading}>
            <thead>
              <tr>
                <th scope="col">{t('category')}</th>
                <th scope="col">{t('overrides')}</th>
                <th scope="col">{t('zones')}</th>
                <th scope="col">{t('nodes')}</th>
              </tr>
            </thead>
            <tbody>
              {overridden.slice(0, SHOWN).map(({ id, overrides, zones, nodes }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link {...toCategory(id)}>
                      <code>{id}</code>
                    </Link>
                  </th>
                  <td>{overrides}</td>
                  <td className={styles.zone}>{zones === 0 ? '–' : zones}</td>
                  <td className={styles.node}>{nodes === 0 ? '–' : nodes}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Page>
  )
}
