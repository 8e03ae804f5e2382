import type { StorageListItem } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { Building2, Globe, Layers, Route, UserRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { ListColumn, ListGroup } from '#web/components/list-column.tsx'
import { ListLink } from '#web/components/list-link.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useIsWaiting } from '#web/lib/draft/use-waiting-drafts.ts'
import { administers, useSession } from '#web/lib/session.tsx'
import { accountQuery } from '../api/account.ts'
import { storageListQuery } from '../api/storage-list.ts'
import { toAccountPlans, toAccountStorage, toSystemPlans, toSystemStorage, toUserStorage, toWhere } from '../routes.ts'
import { documentPath, type StoragePlace } from './place.ts'
import styles from './storage-list-column.module.css'

interface StorageListColumnProps {
  /** Finds any account within reach, also those without a document. */
  picker: ReactNode
  /** The account whose pages are open. */
  accountId: string | undefined
}

/** More entries than anybody reads: the filter finds the rest. */
const mostShown = 200

/** Whose storage there is to see: the cluster's, the caller's own, and every account that has a document. */
export function StorageListColumn({ picker, accountId }: StorageListColumnProps) {
  const t = useTranslations('storage')
  const session = useSession()
  const { data, error, refetch } = useQuery(storageListQuery())
  const [filter, setFilter] = useState('')
  // Whoever may see no more than their own document needs nothing to search by.
  const isAdmin = administers(session)
  const accounts = (data ?? []).filter(({ scope }) => scope === 'account')
  const isListed = accountId === undefined || accounts.some(({ id }) => id === accountId)

  return (
    <ListColumn
      title={t('title')}
      filter={
        isAdmin ? (
          <>
            {picker}
            <SearchField label={t('list.filter')} value={filter} onChange={setFilter} />
          </>
        ) : undefined
      }
    >
      <ListLink
        {...toWhere(accountId ?? session.account_id)}
        icon={<Route />}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        {t('list.where')}
      </ListLink>
      {session.is_superduper_admin ? <ClusterLinks items={data} /> : <OwnLinks />}
      {data === undefined || isListed || accountId === session.account_id ? null : (
        <OpenAccount accountId={accountId} />
      )}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined ? <Skeleton /> : null}
      {data === undefined || !isAdmin ? null : <Accounts accounts={accounts} filter={filter.trim()} />}
    </ListColumn>
  )
}

function ClusterLinks({ items }: { items: readonly StorageListItem[] | undefined }) {
  const t = useTranslations('storage.list')
  const mark = useMark()
  const system = items?.find(({ scope }) => scope === 'system')
  return (
    <ListGroup title={t('cluster')}>
      <ListLink
        {...toSystemStorage()}
        {...mark({ scope: 'system' })}
        icon={<Globe />}
        end={system === undefined ? undefined : <Counts item={system} />}
      >
        {t('system')}
      </ListLink>
      <ListLink {...toSystemPlans()} icon={<Layers />}>
        {t('plans')}
      </ListLink>
    </ListGroup>
  )
}

function OwnLinks() {
  const t = useTranslations('storage.list')
  const mark = useMark()
  const { account_id: accountId, user_id: userId, is_account_admin: isAdmin, is_reseller: isReseller } = useSession()
  return (
    <ListGroup title={t('own')}>
      {isAdmin ? (
        <ListLink
          {...toAccountStorage(accountId)}
          {...mark({ scope: 'account', accountId })}
          icon={<Building2 />}
          activeOptions={{ exact: true }}
        >
          {t('ownDocument')}
        </ListLink>
      ) : null}
      {isAdmin && isReseller ? (
        <ListLink {...toAccountPlans(accountId)} icon={<Layers />}>
          {t('ownPlans')}
        </ListLink>
      ) : null}
      {userId === null ? null : (
        <ListLink
          {...toUserStorage(accountId, userId)}
          {...mark({ scope: 'user', accountId, userId })}
          icon={<UserRound />}
        >
          {t('ownUser')}
        </ListLink>
      )}
    </ListGroup>
  )
}

/** Nothing is said of an account that there is not, or that is none of the caller's business. */
function OpenAccount({ accountId }: { accountId: string }) {
  const t = useTranslations('storage.list')
  const mark = useMark()
  const { data: account } = useQuery(accountQuery(accountId))
  if (account === undefined) return null
  return (
    <ListGroup title={t('open')}>
      <ListLink
        {...toAccountStorage(accountId)}
        icon={<Building2 />}
        description={t('withoutDocument')}
        {...mark({ scope: 'account', accountId })}
      >
        {account.name ?? accountId}
      </ListLink>
    </ListGroup>
  )
}

function Accounts({ accounts, filter }: { accounts: readonly StorageListItem[]; filter: string }) {
  const t = useTranslations('storage.list')
  const mark = useMark()
  const text = filter.toLowerCase()
  const found = accounts.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(text))
  if (accounts.length === 0) return <p className={styles.none}>{t('none')}</p>
  return (
    <ListGroup title={t('accounts', { count: String(accounts.length) })}>
      {found.slice(0, mostShown).map((item) => (
        <ListLink
          key={item.id}
          {...toAccountStorage(item.id)}
          {...mark({ scope: 'account', accountId: item.id })}
          end={<Counts item={item} />}
        >
          {item.name}
        </ListLink>
      ))}
      {found.length === 0 ? <p className={styles.none}>{t('noMatch', { filter })}</p> : null}
      {found.length > mostShown ? (
        <p className={styles.none}>{t('more', { count: String(found.length - mostShown) })}</p>
      ) : null}
    </ListGroup>
  )
}

/** Says of a document that it has unsaved changes in this browser. */
function useMark(): (place: StoragePlace) => { description?: string } {
  const t = useTranslations('storage.list')
  const isWaiting = useIsWaiting()
  return (place) => (isWaiting(documentPath(place)) ? { description: t('waiting') } : {})
}

/** How many back-ends a document defines: the number, and what it counts for those who hear it. */
function Counts({ item }: { item: StorageListItem }) {
  const t = useTranslations('storage.list')
  const words = t('backEnds', { count: item.attachments })
  return (
    <span title={words} role="img" aria-label={words}>
      {item.attachments}
    </span>
  )
}
