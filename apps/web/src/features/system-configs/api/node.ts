import type { NodeDetail } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** What a node, known or not, reads over all categories; `zone` is where it is supposed to be. */
export function nodeQuery(node: string, zone: string | undefined) {
  return queryOptions({
    queryKey: ['system-configs', 'node', node, zone ?? null],
    queryFn: async ({ signal }) =>
      (await api.get<NodeDetail>(`/console/nodes/${encodeURIComponent(node)}`, { query: { zone }, signal })).data,
    staleTime: 0,
  })
}
