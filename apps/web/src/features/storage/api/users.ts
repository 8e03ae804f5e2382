import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** A user as the lists of the API tell it. */
export interface ShownUser {
  readonly id: string
  readonly username?: string
  readonly first_name?: string
  readonly last_name?: string
  readonly email?: string
  readonly priv_level?: string
}

/** Everybody in an account. */
export function usersQuery(accountId: string) {
  return queryOptions({
    queryKey: ['accounts', 'users', accountId],
    queryFn: async ({ signal }) =>
      (await api.get<ShownUser[]>(usersPath(accountId), { query: { paginate: false }, signal })).data,
  })
}

export function userQuery(accountId: string, userId: string) {
  return queryOptions({
    queryKey: ['accounts', 'users', accountId, userId],
    queryFn: async ({ signal }) =>
      (await api.get<ShownUser>(`${usersPath(accountId)}/${encodeURIComponent(userId)}`, { signal })).data,
  })
}

/** What a user is called: the full name where there is one. */
export function userName({ id, username, first_name, last_name }: ShownUser): string {
  const full = [first_name, last_name].filter(Boolean).join(' ')
  return full === '' ? (username ?? id) : full
}

function usersPath(accountId: string): string {
  return `/v2/accounts/${encodeURIComponent(accountId)}/users`
}
