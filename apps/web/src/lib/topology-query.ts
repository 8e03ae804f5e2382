import type { TopologyDetail } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api-client.ts'

export const topologyPath = '/console/topology'

/** Which revision of the topology is stored now; null for none. */
export async function storedTopologyRevision(): Promise<string | null> {
  return (await api.get<TopologyDetail>(topologyPath)).data.revision
}

/** Every node that Strata knows, and its zone: its own page changes them, categories are judged by them. */
export function topologyQuery() {
  return queryOptions({
    queryKey: ['topology'],
    queryFn: async ({ signal }) => (await api.get<TopologyDetail>(topologyPath, { signal })).data,
  })
}
