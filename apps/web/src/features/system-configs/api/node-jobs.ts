import type { NodeChange, NodeJob, NodeJobAction, NodeJobWrite, NodeReview } from '@strata/api-types'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

const path = '/console/node_jobs'
/** Milliseconds between two looks at a job that is under way. */
const LOOK_EVERY = 500

/** What a change of nodes would do. Asked anew each time, and not kept. */
export function nodeReviewQuery(change: NodeChange) {
  return queryOptions({
    queryKey: ['system-configs', 'node-review', change],
    queryFn: async ({ signal }) => (await api.post<NodeReview>(`${path}/dry_run`, change, { signal })).data,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** The jobs that are kept, the newest first. */
export function nodeJobsQuery() {
  return queryOptions({
    queryKey: ['node-jobs'],
    queryFn: async ({ signal }) => (await api.get<NodeJob[]>(path, { signal })).data,
    staleTime: 0,
  })
}

/** A job, looked at again as long as it is under way. */
export function nodeJobQuery(id: string) {
  return queryOptions({
    queryKey: ['node-jobs', id],
    queryFn: async ({ signal }) => (await api.get<NodeJob>(`${path}/${id}`, { signal })).data,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data === undefined || isUnderWay(data) ? LOOK_EVERY : false),
  })
}

/** Begins a job; sent again it begins nothing. */
export function beginNodeJobMutation(id: string) {
  return mutationOptions({
    mutationFn: async (write: NodeJobWrite) => (await api.put<NodeJob>(`${path}/${id}`, write)).data,
    onSuccess: (job, _write, _result, { client }) => client.setQueryData(nodeJobQuery(id).queryKey, job),
  })
}

/** Stops a job, does the rest of it, or takes it back. */
export function actOnNodeJobMutation(id: string) {
  return mutationOptions({
    mutationFn: async (action: NodeJobAction) => (await api.post<NodeJob>(`${path}/${id}`, action)).data,
    onSuccess: (job, _action, _result, { client }) => client.setQueryData(nodeJobQuery(id).queryKey, job),
  })
}

export function isUnderWay({ state }: NodeJob): boolean {
  return state === 'running' || state === 'taking-back'
}
