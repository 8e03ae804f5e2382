import type { TopologyDetail } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** The nodes that Strata knows, and their zones. Shares its key with the topology's own page, which changes them. */
export function topologyQuery() {
  return queryOptions({
    queryKey: ['topology'],
    queryFn: async ({ signal }) => (await api.get<TopologyDetail>('/console/topology', { signal })).data,
  })
}
