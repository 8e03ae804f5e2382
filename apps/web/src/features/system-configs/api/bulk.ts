import type { BulkDryRun, BulkResult, BulkWrite } from '@strata/api-types'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

const bulkPath = '/console/system_configs/bulk'

/** What one change over several categories would do, in the order given. Asked anew each time, and not kept. */
export function bulkDryRunQuery(write: BulkWrite) {
  return queryOptions({
    queryKey: ['system-configs', 'bulk-dry-run', write],
    queryFn: async ({ signal }) => (await api.post<BulkDryRun>(`${bulkPath}/dry_run`, write, { signal })).data,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Makes one change over several categories; the answer says what became of each. */
export function saveBulkMutation() {
  return mutationOptions({
    mutationFn: async (write: BulkWrite) => (await api.post<BulkResult>(bulkPath, write)).data,
  })
}
