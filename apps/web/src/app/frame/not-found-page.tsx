import { Link, useLocation } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'

export function NotFoundPage() {
  const t = useTranslations('frame.notFound')
  const { pathname } = useLocation()
  useDocumentTitle(t('title'))
  return (
    <EmptyState icon={<Compass aria-hidden="true" />} title={t('title')} action={<Link to="/">{t('home')}</Link>}>
      <p>{t.rich('text', { path: () => <code>{pathname}</code> })}</p>
    </EmptyState>
  )
}
