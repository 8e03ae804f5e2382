import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { categoriesQuery } from '../api/categories.ts'

/** Says what was looked at, so that nothing is nothing. */
export function NothingToTidy() {
  const t = useTranslations('sweep.empty')
  const { data: categories } = useQuery(categoriesQuery())
  return (
    <EmptyState icon={<Sparkles aria-hidden="true" />} title={t('title')}>
      {categories === undefined ? null : t('text', { count: categories.filter(({ stored }) => stored).length })}
    </EmptyState>
  )
}
