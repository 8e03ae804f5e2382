import type { SessionInfo } from '@strata/api-types'
import { createContext, type ReactNode, use } from 'react'

const SessionContext = createContext<SessionInfo | undefined>(undefined)

/** Gives everything below it the session it was made for. */
export function SessionProvider({ session, children }: { session: SessionInfo; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in, what they may do, and why nothing can be written when nothing can (`read_only`). */
export function useSession(): SessionInfo {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('useSession needs a SessionProvider above it')
  return session
}

/** Whether somebody looks after an account, not only after what is their own. */
export function administers({ is_superduper_admin, is_account_admin }: SessionInfo): boolean {
  return is_superduper_admin || is_account_admin
}
