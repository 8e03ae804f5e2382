import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { BackLink, HeaderLink } from '#web/components/header-links.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { accountQuery } from '../api/account.ts'
import { type ShownUser, userName, usersQuery } from '../api/users.ts'
import { toAccountStorage, toStorage, toUserStorage } from '../routes.ts'
import styles from './link-table.module.css'

/** More rows than anybody reads: the filter finds the rest. */
const mostShown = 200

/** Everybody in an account, to choose whose storage to see. */
export function AccountUsersPage({ accountId }: { accountId: string }) {
  const t = useTranslations('storage')
  const account = useQuery(accountQuery(accountId))
  const { data: users, error, refetch } = useQuery(usersQuery(accountId))
  return (
    <Page
      header={
        <PageHeader
          title={t('users.title', { account: account.data?.name ?? accountId })}
          subtitle={t('users.subtitle')}
          back={<BackLink {...toStorage()} />}
          actions={<HeaderLink {...toAccountStorage(accountId)}>{t('users.account')}</HeaderLink>}
        />
      }
      width="reading"
    >
      {account.data?.superduper_admin === true ? <Note tone="warning">{t('users.almighty')}</Note> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {error === null && users === undefined ? <Skeleton /> : null}
      {users === undefined ? null : <UserList accountId={accountId} users={users} />}
    </Page>
  )
}

function UserList({ accountId, users }: { accountId: string; users: readonly ShownUser[] }) {
  const t = useTranslations('storage.users')
  const [filter, setFilter] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useShortcut({ key: '/' }, () => input.current?.focus())
  if (users.length === 0) return <EmptyState icon={<Users aria-hidden="true" />} title={t('none')} />

  const words = filter.trim().toLowerCase()
  const found = users.filter((user) => textOf(user).includes(words))
  return (
    <>
      <div className={styles.filter}>
        <SearchField label={t('filter')} inputRef={input} value={filter} onChange={setFilter} shortcut="/" />
      </div>
      {found.length === 0 ? <p className={styles.none}>{t('noMatch', { filter })}</p> : null}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map((user) => (
          <li key={user.id}>
            <Link {...toUserStorage(accountId, user.id)} className={styles.row}>
              <span className={styles.name}>{userName(user)}</span>
              <span className={styles.id}>{[user.username, user.email].filter(Boolean).join(' · ')}</span>
              <span className={styles.end}>{user.priv_level === 'admin' ? <Chip>{t('admin')}</Chip> : null}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found.length > mostShown ? (
        <p className={styles.none}>{t('more', { count: String(found.length - mostShown) })}</p>
      ) : null}
    </>
  )
}

function textOf(user: ShownUser): string {
  return [userName(user), user.username, user.email, user.id].filter(Boolean).join(' ').toLowerCase()
}
