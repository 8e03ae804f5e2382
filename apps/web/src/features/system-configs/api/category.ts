import type { CategoryDetail } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** A category as it is stored, with its schema defaults. Not asked for again by itself: a draft stands on it. */
export function categoryQuery(category: string) {
  return queryOptions({
    queryKey: ['system-configs', 'category', category],
    queryFn: async ({ signal }) => (await api.get<CategoryDetail>(categoryPath(category), { signal })).data,
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export function categoryPath(category: string): string {
  return `/console/system_configs/${encodeURIComponent(category)}`
}
