import { authenticate } from '#bff/auth/authenticate.ts'
import type { Auth } from '#bff/auth/create-auth.ts'
import type { Config } from '#bff/config/config.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { BodyLimits } from './body.ts'
import { type BodyBudget, createBodyBudget } from './body-budget.ts'
import { toAppError } from './errors.ts'
import { credentialsOf, type Exchange, type StepRequest } from './exchange.ts'
import { tooLarge } from './read-raw.ts'

/** The largest bodies, by who sends them; a route may take fewer bytes. Real documents are a tenth of the smallest. */
const largest = {
  superduper: { bytes: 8_000_000, values: 100_000, names: 10_000 },
  signedIn: { bytes: 250_000, values: 10_000, names: 2000 },
  anonymous: { bytes: 64 * 1024, values: 10_000, names: 2000 },
}

/** Bytes of bodies on their way at once, over all clients; whoever may do everything is not held up by others. */
const bytesAtOnce = { signedIn: 64_000_000, anonymous: 16_000_000 }

/** How much a request may bring. */
export interface BodyAllowance extends BodyLimits {
  readonly bytes: number
  /** Shared with everybody of the same kind. */
  readonly budget: BodyBudget | undefined
  /** What is wrong with a larger body, where it is not its size alone. */
  readonly refusal: AppError | undefined
}

/** Decides by its head how much a request may bring to a path, which takes so many bytes at most. */
export type BodyAllowanceOf = (request: StepRequest, exchange: Exchange, ofPath: number) => Promise<BodyAllowance>

/**
 * The rule of who may bring how much.
 * - who shows no token or cookie that holds may bring little: enough to find a token in it, as KAZOO does
 * - a path takes the least of what its methods take: which method it will be, the body itself may say
 */
export function createBodyAllowance(auth: Auth, config: Config): BodyAllowanceOf {
  const budgets = {
    superduper: undefined,
    signedIn: createBodyBudget(bytesAtOnce.signedIn),
    anonymous: createBodyBudget(bytesAtOnce.anonymous),
  }
  return async (request, exchange, ofPath) => {
    const of = (kind: keyof typeof largest, refusal?: AppError): BodyAllowance => {
      const { bytes, ...limits } = largest[kind]
      return { ...limits, bytes: Math.min(bytes, ofPath), budget: budgets[kind], refusal }
    }
    const caller = await authenticate(auth, credentialsOf(request, exchange, config)).catch(toAppError)
    if (caller !== undefined && !(caller instanceof AppError))
      return of(caller.isSuperduperAdmin ? 'superduper' : 'signedIn')
    return of('anonymous', ofPath > largest.anonymous.bytes ? (caller ?? tooLargeWithoutToken()) : undefined)
  }
}

function tooLargeWithoutToken(): AppError {
  const { bytes } = largest.anonymous
  return tooLarge(
    bytes,
    `without a token in a header or in the address the body must not be larger than ${bytes} bytes: send it as X-Auth-Token`,
  )
}
