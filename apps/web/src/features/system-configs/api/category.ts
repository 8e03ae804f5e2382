import type { CategoryDetail, CategorySaved, CategoryWrite, DryRun } from '@strata/api-types'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
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

/** Stores leaf operations on a base revision; the answer is the category as it is then, and the way back. */
export function saveCategoryMutation(category: string) {
  return mutationOptions({
    mutationFn: async (write: CategoryWrite) => (await api.post<CategorySaved>(categoryPath(category), write)).data,
    onSuccess: ({ saved: _, ...detail }, _write, _result, { client }) => {
      client.setQueryData(categoryQuery(category).queryKey, detail)
      return client.invalidateQueries({ queryKey: categoriesQuery().queryKey })
    },
  })
}
