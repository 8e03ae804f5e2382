import type { ConfigIndex } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { createSearch, type Search } from '../search/create-search.ts'

interface TaggedSearch {
  readonly etag: string | undefined
  readonly search: Search
}

/** What all categories are searched with. Asked for each time a search is opened, and made anew only when something changed. */
export function configSearchQuery() {
  return queryOptions({
    queryKey: ['system-configs', 'index'],
    queryFn: async ({ client, signal, queryKey }) => {
      const known = client.getQueryData<TaggedSearch>(queryKey)
      const answer = await api.getChanged<ConfigIndex>('/console/system_configs/index', {
        signal,
        ifNoneMatch: known?.etag,
      })
      if (answer !== undefined) return { etag: answer.etag, search: createSearch(answer.data) }
      if (known === undefined) throw new Error('The server did not send the index that it was asked for.')
      return known
    },
    select: ({ search }: TaggedSearch) => search,
    staleTime: 0,
    // A function is compared by itself, and the index is large.
    structuralSharing: false,
  })
}
