import type { DocumentVersions, VersionChoice } from '@strata/api-types'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** What a document, at the console's own `path`, says in each version that CouchDB keeps of it. */
export function versionsQuery(path: string, revision: string) {
  return queryOptions({
    queryKey: ['versions', path, revision],
    queryFn: async ({ signal }) => (await api.get<DocumentVersions>(versionsPath(path), { signal })).data,
    staleTime: 0,
  })
}

/** Keeps one version and removes the others, as long as they are those that were shown. */
export function keepVersionMutation(path: string) {
  return mutationOptions({
    mutationFn: (choice: VersionChoice) => api.post(versionsPath(path), choice),
    onSettled: (_answer, _error, _choice, _result, { client }) =>
      client.invalidateQueries({ queryKey: ['versions', path] }),
  })
}

function versionsPath(path: string): string {
  return `${path}/conflicts`
}
