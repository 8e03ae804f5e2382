import type { JsonValue } from '@strata/json'
import type { BrowserSessions } from './browser-sessions.ts'
import type { Session } from './session.ts'

interface Sources {
  readonly header: (name: string) => string | undefined
  readonly value: (name: string) => JsonValue | undefined
}

/**
 * The token that a request brings: `X-Auth-Token`, the value `auth_token`, `Authorization: Bearer`, in this order. Only
 * a request that brings none of these is asked for its cookie.
 */
export function presentedToken(
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
