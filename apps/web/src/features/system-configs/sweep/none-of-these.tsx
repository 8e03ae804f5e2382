import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { toSweeper } from './routes.ts'

/** There are findings, none of which the filter lets through. */
export function NoneOfThese() {
  const t = useTranslations('sweep.filter')
  return (
    <EmptyState title={t('none')} action={<Link {...toSweeper()}>{t('clear')}</Link>}>
      {t('noneText')}
    </EmptyState>
  )
}
