import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { administers, useSession } from '#web/lib/session.tsx'
import { accountQuery } from '../api/account.ts'
import { userName, userQuery } from '../api/users.ts'
import { type StorageSearch, toAccountStorage } from '../routes.ts'
import { StorageDocumentPage } from './storage-document-page.tsx'
import { unlessForbidden, whyMissing } from './unless-forbidden.ts'

interface UserStoragePageProps {
  accountId: string
  userId: string
  search: StorageSearch
}

/** The storage document of one user, on top of the account's. */
export function UserStoragePage({ accountId, userId, search }: UserStoragePageProps) {
  const t = useTranslations('storage')
  const session = useSession()
  const isAdmin = administers(session)
  const account = useQuery(accountQuery(accountId))
  const user = useQuery(userQuery(accountId, userId))
  return (
    <StorageDocumentPage
      place={{ scope: 'user', accountId, userId }}
      search={search}
      title={user.data === undefined ? userId : userName(user.data)}
      about={t.rich('scope.user', {
        account: () =>
          isAdmin ? (
            <Link key="account" {...toAccountStorage(accountId)}>
              {account.data?.name ?? accountId}
            </Link>
          ) : (
            (account.data?.name ?? accountId)
          ),
      })}
      error={unlessForbidden(whyMissing(account) ?? whyMissing(user))}
    />
  )
}
