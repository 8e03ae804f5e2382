import type { SessionInfo, SessionRequest } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { ApiError } from '#web/lib/api-error.ts'

const path = '/console/session'

/** Milliseconds between two looks. */
const PULSE = 4_000

/**
 * Who is signed in; null when nobody is. A page in sight asks every few seconds: so it does not run out, and tells
 * within five when the server is away or the session has ended.
 */
export function sessionQuery() {
  return queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }): Promise<SessionInfo | null> => {
      try {
        return remember((await api.get<SessionInfo>(path, { signal })).data)
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'unauthenticated') return null
        throw error
      }
    },
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data === null ? false : PULSE),
  })
}

export async function signIn(request: SessionRequest): Promise<SessionInfo> {
  return remember((await api.post<SessionInfo>(path, request)).data)
}

export async function signOut(): Promise<void> {
  await api.endSession(path)
}

function remember(session: SessionInfo): SessionInfo {
  api.setCsrfToken(session.csrf_token)
  return session
}
