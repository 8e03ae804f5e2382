import { AppError } from '#bff/errors/app-error.ts'
import type { Session } from './session.ts'

/** Who has something done, as far as what is done depends on it. */
export interface Actor {
  /** Undefined for whoever did not sign in. */
  readonly session: Session | undefined
  /** Names the request in logs and in what it stores. */
  readonly requestId: string
  /** Whether secrets in answers are redacted and redacted markers in what was sent are resolved. */
  readonly redact: boolean
}

/** The session of whoever came by a route that is not open to everyone. */
export function requireSession({ session }: Actor): Session {
  if (session === undefined) throw new AppError('unauthenticated', 'Sign in first.')
  return session
}
