import type { StoragePlanAssignment, StoragePlanAssignmentWrite } from '@strata/api-types'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** Which plan an account follows, and which it may be given. */
export function planAssignmentQuery(accountId: string) {
  return queryOptions({
    queryKey: ['storage', 'plan assignment', accountId],
    queryFn: async ({ signal }) => (await api.get<StoragePlanAssignment>(assignmentPath(accountId), { signal })).data,
  })
}

/** Has an account follow a plan, or none. What it inherits is another then, and it may have got a document. */
export function assignPlanMutation(accountId: string) {
  return mutationOptions({
    mutationFn: async (planId: string | null) => {
      const write: StoragePlanAssignmentWrite = { plan_id: planId }
      return (await api.put<StoragePlanAssignment>(assignmentPath(accountId), write)).data
    },
    onSettled: (_assignment, _error, _planId, _result, { client }) =>
      client.invalidateQueries({ queryKey: ['storage'] }),
  })
}

function assignmentPath(accountId: string): string {
  return `/console/accounts/${encodeURIComponent(accountId)}/storage_plan`
}
