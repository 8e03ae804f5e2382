import type { Session } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors.ts'
import { type BodyBudget, createBodyBudget } from './body-budget.ts'
import { toAppError } from './errors.ts'
import { authenticateHead, type Head } from './pipeline.ts'
import { tooLarge } from './read-raw.ts'
import type { RouteMatch } from './route-table.ts'

/** Largest bodies in bytes, by who sends them; a route may take less. */
export const bodyBytes = { superduper: 8_000_000, signedIn: 1_000_000, anonymous: 64 * 1024 }

/** Bytes of bodies on their way at once, over all clients; whoever may do everything is not held up by others. */
const bytesAtOnce = { signedIn: 64_000_000, anonymous: 16_000_000 }

/** How much a request may bring. */
export interface BodyAllowance {
  readonly bytes: number
  /** Shared with everybody of the same kind. */
  readonly budget: BodyBudget | undefined
  /** What is wrong with a larger body. */
  readonly refusal: AppError | undefined
}

/** Decides by its head how much a request may bring. */
export type BodyAllowanceOf = (head: Head, match: RouteMatch) => Promise<BodyAllowance>

/**
 * The rule of who may bring how much.
 * - who shows no token or cookie that holds may bring little: enough to find a token in it, as KAZOO does
 * - a path takes the least of what its methods take: which method it will be, the body itself may say
 */
export function createBodyAllowance(context: Context): BodyAllowanceOf {
  const budgets = {
    signedIn: createBodyBudget(bytesAtOnce.signedIn),
    anonymous: createBodyBudget(bytesAtOnce.anonymous),
  }
  return async (head, match) => {
    const ofPath = Math.min(...[...match.methods.values()].map(({ maxBytes }) => maxBytes ?? bodyBytes.superduper))
    const caller = await authenticateHead(head, context).catch(toAppError)
    if (caller === undefined || caller instanceof AppError) {
      const refusal = ofPath > bodyBytes.anonymous ? (caller ?? tooLargeWithoutToken()) : undefined
      return { bytes: Math.min(ofPath, bodyBytes.anonymous), budget: budgets.anonymous, refusal }
    }
    return ofSession(caller, ofPath, budgets.signedIn)
  }
}

function ofSession({ isSuperduperAdmin }: Session, ofPath: number, budget: BodyBudget): BodyAllowance {
  if (isSuperduperAdmin) return { bytes: ofPath, budget: undefined, refusal: undefined }
  return { bytes: Math.min(ofPath, bodyBytes.signedIn), budget, refusal: undefined }
}

function tooLargeWithoutToken(): AppError {
  const limit = bodyBytes.anonymous
  return tooLarge(
    limit,
    `without a token in a header or in the address the body must not be larger than ${limit} bytes: send it as X-Auth-Token`,
  )
}
