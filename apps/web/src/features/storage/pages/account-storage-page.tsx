import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { HeaderLink } from '#web/components/header-links.tsx'
import { accountQuery } from '../api/account.ts'
import type { StorageSearch } from '../routes.ts'
import { toAccountPlans, toAccountUsers } from '../routes.ts'
import { StorageDocumentPage } from './storage-document-page.tsx'
import { unlessForbidden, whyMissing } from './unless-forbidden.ts'

/** An account's storage document. */
export function AccountStoragePage({ accountId, search }: { accountId: string; search: StorageSearch }) {
  const t = useTranslations('storage')
  const known = useQuery(accountQuery(accountId))
  const account = known.data
  return (
    <StorageDocumentPage
      place={{ scope: 'account', accountId }}
      search={search}
      title={account?.name ?? accountId}
      about={t('scope.account')}
      error={unlessForbidden(whyMissing(known))}
      links={
        <>
          <HeaderLink {...toAccountUsers(accountId)}>{t('users.link')}</HeaderLink>
          {account?.is_reseller ? <HeaderLink {...toAccountPlans(accountId)}>{t('plans.link')}</HeaderLink> : null}
        </>
      }
    />
  )
}
