import type { CategorySummary } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** Every category that is stored or known by its schema, by name. */
export function categoriesQuery() {
  return queryOptions({
    queryKey: ['system-configs', 'list'],
    queryFn: async ({ signal }) => (await api.get<CategorySummary[]>('/console/system_configs', { signal })).data,
  })
}
