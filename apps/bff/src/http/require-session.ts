import type { Session } from '#bff/auth/session.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from './route.ts'

/** The session of a request on a route that is not open to everyone. */
export function requireSession({ session }: ApiRequest): Session {
  if (session === undefined) throw new AppError('unauthenticated', 'Sign in first.')
  return session
}
