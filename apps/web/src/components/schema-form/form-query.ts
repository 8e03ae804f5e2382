import type { FormSchema } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { loadValidator } from './load-validator.ts'

/** The form of a schema with the validator that was compiled for it. `revision` is the schema's, where it is known. */
export function formQuery(id: string, revision?: string) {
  return queryOptions({
    queryKey: ['schemas', id, 'form', revision ?? 'current'],
    queryFn: async ({ signal }) => {
      const { data } = await api.get<FormSchema>(`/console/schemas/${encodeURIComponent(id)}/form`, { signal })
      return loadValidator(data.validator_url, data.schema)
    },
    staleTime: revision === undefined ? 30_000 : Number.POSITIVE_INFINITY,
  })
}
