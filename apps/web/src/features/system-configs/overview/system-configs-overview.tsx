import type { CategorySummary } from '@strata/api-types'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { BackLink } from '#web/components/header-links.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { termTag } from '#web/components/term.tsx'
import { useIsWaiting } from '#web/lib/draft/use-waiting-drafts.ts'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { categoriesQuery } from '../api/categories.ts'
import { configSearchQuery } from '../api/config-search.ts'
import { toNode } from '../node/routes.ts'
import { toCategories, toCategory } from '../routes.ts'
import { FindingLinks } from '../search/finding-links.tsx'
import { OverviewTable } from './overview-table.tsx'
import { StoreNote } from './store-note.tsx'
import styles from './system-configs-overview.module.css'

/** Of each question. */
const SHOWN = 10

/** Shown while no category is chosen: what needs a look today, what was touched last, who deviates most. */
export function SystemConfigsOverview() {
  const t = useTranslations('systemConfigs.overview')
  const { data: categories } = useSuspenseQuery(categoriesQuery())
  useDocumentTitle(t('title'))
  const overridden = categories.filter(({ overrides }) => overrides > 0)
  const overrides = overridden.reduce((sum, category) => sum + category.overrides, 0)
  const stored = categories.filter((category) => category.stored).length
  return (
    <Page
      header={<PageHeader title={t('title')} subtitle={t('subtitle')} back={<BackLink {...toCategories()} />} />}
      width="reading"
    >
      <StoreNote stored={stored} overrides={overrides} />
      <WaitingDrafts categories={categories} />
      <FindingLinks />
      {overridden.length === 0 ? null : (
        <>
          <p className={styles.total}>
            {t.rich('total', {
              overrides,
              stored,
              count: categories.length,
              override: termTag('override'),
              category: termTag('category'),
            })}
          </p>
          <div className={styles.parts}>
            <TouchedLast categories={categories} />
            <NodesThatDeviate />
            <MostOverridden categories={overridden} />
          </div>
        </>
      )}
    </Page>
  )
}

function CategoryLink({ id }: { id: string }) {
  return (
    <Link {...toCategory(id)}>
      <code>{id}</code>
    </Link>
  )
}

/** What is left to finish. */
function WaitingDrafts({ categories }: { categories: readonly CategorySummary[] }) {
  const t = useTranslations('systemConfigs.overview')
  const isWaiting = useIsWaiting()
  const waiting = categories.filter(({ id }) => isWaiting(id))
  if (waiting.length === 0) return null
  return (
    <Note>
      {t('waiting', { count: waiting.length })}{' '}
      {waiting.map(({ id }, index) => (
        <Fragment key={id}>
          {index === 0 ? null : ', '}
          <CategoryLink id={id} />
        </Fragment>
      ))}
    </Note>
  )
}

/** By the documents' own word, whoever stored them. */
function TouchedLast({ categories }: { categories: readonly CategorySummary[] }) {
  const t = useTranslations('systemConfigs.overview')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const touched = categories
    .flatMap(({ id, modified }) => (modified === null ? [] : [{ id, at: new Date(modified) }]))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, SHOWN)
  if (touched.length === 0) return null
  return (
    <OverviewTable
      title={t('touched')}
      columns={[t('category'), t('when')]}
      rows={touched.map(({ id, at }) => ({
        key: id,
        heading: <CategoryLink id={id} />,
        cells: [
          <time
            key="when"
            dateTime={at.toISOString()}
            title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
          >
            {format.relativeTime(at, now)}
          </time>,
        ],
      }))}
    />
  )
}

function NodesThatDeviate() {
  const t = useTranslations('systemConfigs.overview')
  const { data: search } = useQuery(configSearchQuery())
  const deviations = search?.deviations.slice(0, SHOWN) ?? []
  if (deviations.length === 0) return null
  return (
    <OverviewTable
      title={t('deviate')}
      columns={[t('node'), t('settings'), t('categories')]}
      rows={deviations.map(({ node, settings, categories }) => ({
        key: node,
        heading: (
          <Link {...toNode(node)}>
            <code>{node}</code>
          </Link>
        ),
        cells: [settings, categories],
      }))}
    />
  )
}

function MostOverridden({ categories }: { categories: readonly CategorySummary[] }) {
  const t = useTranslations('systemConfigs.overview')
  const most = categories.toSorted((a, b) => b.overrides - a.overrides || a.id.localeCompare(b.id)).slice(0, SHOWN)
  return (
    <OverviewTable
      title={t('most')}
      columns={[t('category'), t('overrides'), t('zones'), t('nodes')]}
      rows={most.map(({ id, overrides, zones, nodes }) => ({
        key: id,
        heading: <CategoryLink id={id} />,
        cells: [overrides, zones === 0 ? '–' : zones, nodes === 0 ? '–' : nodes],
      }))}
    />
  )
}
