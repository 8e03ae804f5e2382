import type { CategoryWrite, DryRun } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { categoryPath } from './category.ts'

/**
 * What a save of exactly this would do.
 * - asked anew each time: it also depends on what others store and on which nodes there are
 * - not kept: a write may hold secrets
 */
export function dryRunQuery(category: string, write: CategoryWrite) {
  return queryOptions({
    queryKey: ['system-configs', 'dry-run', category, write],
    queryFn: async ({ signal }) =>
      (await api.post<DryRun>(`${categoryPath(category)}/dry_run`, write, { signal })).data,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
