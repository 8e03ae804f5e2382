import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { useSession } from '#web/lib/session.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'

/** Why system configs are closed to somebody who is not a superduper admin. */
export function ForbiddenPage() {
  const t = useTranslations('frame.forbidden')
  const session = useSession()
  useDocumentTitle(t('title'))
  return (
    <main id="content">
      <EmptyState
        icon={<Lock aria-hidden="true" />}
        title={t('title')}
        action={<Link to="/storage">{t('toStorage')}</Link>}
      >
        <p>{t('text', { account: session.account_name, user: session.username ?? session.account_name })}</p>
      </EmptyState>
    </main>
  )
}
