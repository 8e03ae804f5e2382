import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** As much of an account as its storage pages tell. */
interface ShownAccount {
  readonly id: string
  readonly name?: string
  readonly is_reseller?: boolean
  /** Every user of it may do everything, whatever their level. */
  readonly superduper_admin?: boolean
}

export function accountQuery(accountId: string) {
  return queryOptions({
    queryKey: ['accounts', 'account', accountId],
    queryFn: async ({ signal }) =>
      (await api.get<ShownAccount>(`/v2/accounts/${encodeURIComponent(accountId)}`, { signal })).data,
  })
}
