import type { CategoryDetail } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { categoriesQuery } from './categories.ts'

/** A category as it is stored, with its schema defaults. Not asked for again by itself: a draft stands on it. */
export function categoryQuery(category: string) {
  return queryOptions({
    queryKey: ['system-configs', 'category', category],
    queryFn: async ({ signal, client, queryKey }) => {
      const { data } = await api.get<CategoryDetail>(categoryPath(category), { signal })
      const known = client.getQueryData<CategoryDetail>(queryKey)
      // The list counts what this category sets: both say the same.
      if (known !== undefined && known.revision !== data.revision) {
        void client.invalidateQueries({ queryKey: categoriesQuery().queryKey })
      }
      return data
    },
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Which revision of a category is stored now; null for none. */
export async function storedRevision(category: string): Promise<string | null> {
  return (await api.get<CategoryDetail>(categoryPath(category))).data.revision
}

export function categoryPath(category: string): string {
  return `/console/system_configs/${encodeURIComponent(category)}`
}
