import type { SweepReport } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** What could be tidied in the stored categories. Read anew each time the page is opened; a selection stands on it then. */
export function sweepQuery() {
  return queryOptions({
    queryKey: ['system-configs', 'sweep'],
    queryFn: async ({ signal }) => (await api.get<SweepReport>('/console/system_configs/sweep', { signal })).data,
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
