import type { Actor } from '#bff/auth/actor.ts'
import type { Session } from '#bff/auth/session.ts'
import { AppError } from '#bff/errors/app-error.ts'

/** The session of whoever came by a route that is not open to everyone. */
export function requireSession({ session }: Actor): Session {
  if (session === undefined) throw new AppError('unauthenticated', 'Sign in first.')
  return session
}
