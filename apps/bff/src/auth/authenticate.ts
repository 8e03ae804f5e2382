import type { JsonValue } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'
import { csrfToken, tokenInCookie } from './browser-sessions.ts'
import type { Auth } from './create-auth.ts'
import { equalInConstantTime } from './equal-in-constant-time.ts'
import type { Session } from './session.ts'
import { openSession } from './sessions.ts'

/** What authentication looks at in a request. */
export interface Credentials {
  readonly header: (name: string) => string | undefined
  readonly value: (name: string) => JsonValue | undefined
  /** Host and port that the request was sent to. */
  readonly host: string
  readonly publicUrl: string | undefined
}

/**
 * The session that a request's token or cookie opens; undefined when it brings neither.
 * - a cookie counts only on requests of Strata's own pages
 * - `X-Auth-Account-ID`, when sent, must be the session's account
 * Throws `unauthenticated`, and `invalid` for a disabled account.
 */
export async function authenticate(auth: Auth, request: Credentials): Promise<Session | undefined> {
  const presented = await presentedToken(auth, request)
  if (presented === undefined || (presented.via === 'cookie' && !comesFromOwnPage(request))) return undefined
  const session = await openSession(auth, presented.token, presented.via)
  const named = request.header('x-auth-account-id')
  if (named === undefined || named === session.accountId) return session
  throw new AppError('unauthenticated', 'X-Auth-Account-ID names another account than the token.')
}

/** Throws `forbidden` for a write that a page of another origin could have made with the cookie of this one. */
export async function checkForgery(auth: Auth, session: Session | undefined, request: Credentials): Promise<void> {
  if (session?.via === 'token') return
  if (!comesFromOwnPage(request)) throw new AppError('forbidden', 'Writes are taken from pages of this address only.')
  if (session === undefined) return
  const expected = await csrfToken(auth, session)
  if (equalInConstantTime(expected, request.header('x-csrf-token') ?? '')) return
  throw new AppError('forbidden', 'X-CSRF-Token is not the one of this session: read it from GET /console/session.')
}

interface Presented {
  readonly token: string
  readonly via: Session['via']
}

/**
 * The token that a request brings: `X-Auth-Token`, the value `auth_token`, `Authorization: Bearer`, in this order. Only
 * a request that brings none of these is asked for its cookie.
 */
async function presentedToken(auth: Auth, { header, value }: Credentials): Promise<Presented | undefined> {
  const named = value('auth_token')
  const bearer = /^Bearer\s+(\S+)$/i.exec(header('authorization') ?? '')?.[1]
  const token = header('x-auth-token') || (typeof named === 'string' && named) || bearer
  if (token) return { token, via: 'token' }
  const cookie = await tokenInCookie(auth, header('cookie'))
  return cookie === undefined ? undefined : { token: cookie, via: 'cookie' }
}

/**
 * Whether a request comes from Strata's own pages, as far as its browser tells; programs that tell nothing pass.
 * `Sec-Fetch-Site` is what a page cannot forge.
 */
function comesFromOwnPage({ header, host, publicUrl }: Credentials): boolean {
  const [origin, site] = [header('origin'), header('sec-fetch-site')]
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return publicUrl === undefined ? new URL(origin).host === host : origin === new URL(publicUrl).origin
}
