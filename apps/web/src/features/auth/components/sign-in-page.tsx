import type { SessionInfo } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Logo } from '#web/components/logo.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in-page.module.css'

export function SignInPage({ onSignedIn }: { onSignedIn: (session: SessionInfo) => void }) {
  const t = useTranslations('frame.signIn')
  useDocumentTitle(t('title'))
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.header}>
          <Logo size={40} />
          <h1>{t('title')}</h1>
          <p>{t('subtitle')}</p>
        </header>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </main>
  )
}
