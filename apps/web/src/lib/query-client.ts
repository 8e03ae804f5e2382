import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** Server state of the page: fresh for half a minute, asked again only where waiting may help. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A console on the operator's own machine works without the internet.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

function isPassing(error: Error): boolean {
  return error instanceof ApiError && (error.kind === 'offline' || error.kind === 'unavailable')
}
