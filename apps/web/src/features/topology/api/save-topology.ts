import type { TopologyDetail, TopologyWrite } from '@strata/api-types'
import { mutationOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { topologyPath, topologyQuery } from '#web/lib/topology-query.ts'

/** Replaces all assignments on a base revision; the answer is the topology as it is then. */
export function saveTopologyMutation() {
  return mutationOptions({
    mutationFn: async (write: TopologyWrite) => (await api.post<TopologyDetail>(topologyPath, write)).data,
    onSuccess: (detail, _write, _result, { client }) => {
      client.setQueryData(topologyQuery().queryKey, detail)
    },
  })
}
