import type { JsonValue } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'
import type { BrowserSessions } from './browser-sessions.ts'
import type { Auth } from './create-auth.ts'
import { equalInConstantTime } from './csrf.ts'
import type { Session } from './session.ts'

/** What authentication looks at in a request. */
export interface Credentials {
  readonly header: (name: string) => string | undefined
  readonly value: (name: string) => JsonValue | undefined
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
  const presented = presentedToken(request, auth.browserSessions)
  if (presented === undefined || (presented.via === 'cookie' && !comesFromOwnPage(request))) return undefined
  const session = await auth.sessions.open(presented.token, presented.via)
  const named = request.header('x-auth-account-id')
  if (named === undefined || named === session.accountId) return session
  throw new AppError('unauthenticated', 'X-Auth-Account-ID names another account than the token.')
}

/** Throws `forbidden` for a write that a page of another origin could have made with the cookie of this one. */
export async function checkForgery(auth: Auth, session: Session | undefined, request: Credentials): Promise<void> {
  if (session?.via === 'token') return
  if (!comesFromOwnPage(request)) throw new AppError('forbidden', 'Writes are taken from pages of this address only.')
  if (session === undefined) return
  const expected = await auth.browserSessions.csrfToken(session)
  if (equalInConstantTime(expected, request.header('x-csrf-token') ?? '')) return
  throw new AppError('forbidden', 'X-CSRF-Token is not the one of this session: read it from GET /console/session.')
}

function comesFromOwnPage({ header, host, publicUrl }: Credentials): boolean {
  return isSameOrigin({ origin: header('origin'), site: header('sec-fetch-site'), host, publicUrl })
}

interface Sources {
  readonly header: (name: string) => string | undefined
  readonly value: (name: string) => JsonValue | undefined
}

/**
 * The token that a request brings: `X-Auth-Token`, the value `auth_token`, `Authorization: Bearer`, in this order. Only
 * a request that brings none of these is asked for its cookie.
 */
function presentedToken(
  { header, value }: Sources,
  browserSessions: Pick<BrowserSessions, 'tokenIn'>,
): { token: string; via: Session['via'] } | undefined {
  const named = value('auth_token')
  const bearer = /^Bearer\s+(\S+)$/i.exec(header('authorization') ?? '')?.[1]
  const token = header('x-auth-token') || (typeof named === 'string' && named) || bearer
  if (token) return { token, via: 'token' }
  const cookie = browserSessions.tokenIn(header('cookie'))
  return cookie === undefined ? undefined : { token: cookie, via: 'cookie' }
}
interface Provenance {
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, which a page cannot forge. */
  readonly site: string | undefined
  /** Host and port that the request was sent to. */
  readonly host: string
  readonly publicUrl: string | undefined
}

/** Whether a request comes from Strata's own pages, as far as its browser tells; programs that tell nothing pass. */
function isSameOrigin({ origin, site, host, publicUrl }: Provenance): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return publicUrl === undefined ? new URL(origin).host === host : origin === new URL(publicUrl).origin
}
