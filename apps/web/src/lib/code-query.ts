import { queryOptions } from '@tanstack/react-query'
import { api } from './api-client.ts'

/**
 * Code that is loaded when it is first needed; `name` tells it apart.
 * - code that does not come because the server is away fails as a request does, and is asked for again as one is:
 *   `React.lazy` would keep the failure for ever
 */
export function codeQuery<Code>(name: string, load: () => Promise<Code>) {
  return queryOptions({
    queryKey: ['code', name],
    queryFn: async () => {
      try {
        return await load()
      } catch {
        // The browser does not say why code did not come. A server that is away fails this request, too.
        await api.get('/v2/about')
        return load()
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}
