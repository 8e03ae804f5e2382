import type { Session } from '#bff/auth/session.ts'
import type { Route } from './route.ts'

/** What is known of a request so far; a refusal is answered and logged with it. */
export interface Progress {
  readonly id: string
  readonly startedAt: number
  route: Route | undefined
  session: Session | undefined
  isPretty: boolean
}
