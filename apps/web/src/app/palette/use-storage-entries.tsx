import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Building2, Layers, UserRound } from 'lucide-react'
import { accountSearchQuery } from '#web/features/accounts/api/account-search.ts'
import { storagePlansQuery } from '#web/features/storage/api/storage-plans.ts'
import { userName, usersQuery } from '#web/features/storage/api/users.ts'
import { toAccountStorage, toSystemPlan, toUserStorage } from '#web/features/storage/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { useDebounced } from '#web/lib/use-debounced.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** Accounts as the server finds them. */
export function useAccounts(text: string): { entries: PaletteEntry[]; isSearching: boolean } {
  const navigate = useNavigate()
  const search = useDebounced(text.trim(), 120)
  const { data: hits = [], isFetching } = useQuery({ ...accountSearchQuery(search, 8), enabled: search !== '' })
  const entries = hits.map((hit) => ({
    id: `account:${hit.id}`,
    label: hit.name,
    description: [...hit.path, hit.realm].filter(Boolean).join(' › '),
    icon: <Building2 />,
    open: () => navigate(toAccountStorage(hit.id)),
  }))
  return { entries: search === '' ? [] : entries, isSearching: isFetching }
}

/** Those of the system. */
export function usePlans(isAsked: boolean): PaletteEntry[] {
  const navigate = useNavigate()
  const { is_superduper_admin: isOpen } = useSession()
  const { data: plans = [] } = useQuery({ ...storagePlansQuery(undefined), enabled: isOpen && isAsked })
  return plans.map(({ id, fields }) => ({
    id: `plan:${id}`,
    label: typeof fields.name === 'string' && fields.name !== '' ? fields.name : id,
    icon: <Layers />,
    open: () => navigate(toSystemPlan(id)),
  }))
}

/** Users of the account whose page is in sight. */
export function useUsersInSight(isAsked: boolean): PaletteEntry[] {
  const navigate = useNavigate()
  const { accountId = '' } = useParams({ strict: false })
  const { data: users = [] } = useQuery({ ...usersQuery(accountId), enabled: accountId !== '' && isAsked })
  return users.map((user) => ({
    id: `user:${user.id}`,
    label: userName(user),
    ...(user.username === undefined ? {} : { description: user.username }),
    icon: <UserRound />,
    open: () => navigate(toUserStorage(accountId, user.id)),
  }))
}
