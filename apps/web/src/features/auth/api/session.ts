import type { SessionInfo, SessionRequest } from '@strata/api-types'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { ApiError } from '#web/lib/api-error.ts'

const path = '/console/session'

/** Who is signed in; null when nobody is. Asking renews the session, so a page in sight does not run out. */
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
    refetchInterval: 5 * 60_000,
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
