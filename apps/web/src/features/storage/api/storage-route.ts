import type { AccountStorageRoute, StorageDraft } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import type { WhereSearch } from '../routes.ts'

interface AskedRoute extends WhereSearch {
  readonly accountId: string
  /** What is not stored yet; undefined asks about what is. */
  readonly draft: StorageDraft | undefined
}

/** Where documents of an account go, and who decided it. Asked anew each time: whatever is stored anywhere changes it. */
export function storageRouteQuery({ accountId, class: planClass, type, user, month, draft }: AskedRoute) {
  return queryOptions({
    queryKey: ['storage', 'route', accountId, planClass, type, user, month, draft],
    queryFn: async ({ signal }) => {
      const path = `/console/accounts/${encodeURIComponent(accountId)}/storage/route`
      const query = { class: planClass, type, user, month }
      const { data } =
        draft === undefined
          ? await api.get<AccountStorageRoute>(path, { query, signal })
          : await api.post<AccountStorageRoute>(path, draft, { query, signal })
      return data
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}
