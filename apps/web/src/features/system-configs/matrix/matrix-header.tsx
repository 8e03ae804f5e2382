import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '#web/components/page-header.tsx'
import styles from '../components/category-header.module.css'
import { toCategory } from '../routes.ts'
import links from './matrix-header.module.css'

interface MatrixHeaderProps {
  category: string
  keys: number
  sections: number
}

/** Which category, how large its table is, and the way back to its form. */
export function MatrixHeader({ category, keys, sections }: MatrixHeaderProps) {
  const t = useTranslations('matrix')
  return (
    <PageHeader
      title={t('title', { category })}
      subtitle={t('subtitle', { keys, sections })}
      back={
        <Link {...toCategory(category)} className={styles.back} aria-label={t('back')}>
          <ArrowLeft aria-hidden="true" />
        </Link>
      }
      actions={
        <Link {...toCategory(category)} className={links.link}>
          {t('editor')}
        </Link>
      }
    />
  )
}
