import type { CategoryDetail } from '@strata/api-types'
import { countOverrides } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '#web/components/page-header.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { toCompare } from '../compare/routes.ts'
import { toMatrix } from '../matrix/routes.ts'
import { type CategorySearch, toCategories } from '../routes.ts'
import styles from './category-header.module.css'

interface CategoryHeaderProps {
  detail: CategoryDetail
  section: string
  /** Settings the schema declares; undefined without a schema. */
  keys: number | undefined
  view: CategorySearch['view']
  onView: (view: CategorySearch['view']) => void
}

/** Which category, how much is set in it as stored, and the ways to look at it. */
export function CategoryHeader({ detail, section, keys, view, onView }: CategoryHeaderProps) {
  const t = useTranslations('systemConfigs.header')
  const matrix = useTranslations('matrix')
  const compare = useTranslations('compare')
  const overrides = countOverrides(detail.sections)
  // As the list of categories counts: `default` is always one.
  const sections = new Set(['default', ...Object.keys(detail.sections)]).size
  const facts = { overrides, sections: overrides === 0 ? 0 : sections }
  return (
    <PageHeader
      title={detail.id}
      isCode
      subtitle={keys === undefined ? t('noSchema', facts) : t('summary', { ...facts, keys })}
      back={
        <Link {...toCategories()} className={styles.back} aria-label={t('back')}>
          <ArrowLeft aria-hidden="true" />
        </Link>
      }
      actions={
        <>
          <Link {...toMatrix(detail.id)} className={styles.link}>
            {matrix('open')}
          </Link>
          <Link {...toCompare({ category: detail.id, section })} className={styles.link}>
            {compare('open')}
          </Link>
          <Segmented
            aria-label={t('view')}
            variant="quiet"
            options={[
              { value: 'form', label: t('form') },
              { value: 'json', label: t('json') },
            ]}
            value={view ?? 'form'}
            onChange={(next) => onView(next === 'json' ? next : undefined)}
          />
        </>
      }
    />
  )
}
