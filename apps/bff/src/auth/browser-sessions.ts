import { randomUUID } from 'node:crypto'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Users } from '#bff/accounts/users.ts'
import { csrfToken } from './csrf.ts'
import type { IssueToken, TokenHolder } from './issue-token.ts'
import type { Revocations } from './revocations.ts'
import type { Secrets } from './secrets.ts'
import type { Session } from './session.ts'
import { sessionIdOf } from './sessions.ts'

const cookieName = 'strata_session'
/** However busy, a browser signs in anew after this time. */
const longestSeconds = 24 * 3600

interface Parts {
  readonly accounts: AccountDirectory
  readonly users: Users
  readonly issue: IssueToken
  readonly revocations: Revocations
  readonly secrets: Secrets
  readonly clock: () => Date
}

/** Sessions of browsers: the token lies in a cookie that scripts cannot read, and writes need a second token that they can. */
export interface BrowserSessions {
  /** The token in a request's `Cookie` header. */
  tokenIn(cookieHeader: string | undefined): string | undefined
  /** A token for a new session. */
  start(holder: TokenHolder): Promise<string>
  /** A later token for the session when half of its time is gone, until the session is a day old. */
  renew(session: Session): Promise<string | undefined>
  /** Ends all tokens of the session. */
  end(session: Session): Promise<void>
  csrfToken(session: Session): Promise<string>
  setCookie(token: string, isSecure: boolean): string
  clearCookie(isSecure: boolean): string
}

export function createBrowserSessions(parts: Parts): BrowserSessions {
  const { accounts, users, issue, revocations, secrets, clock } = parts
  const nowSeconds = () => Math.floor(clock().getTime() / 1000)
  return {
    tokenIn: (header) => (header === undefined ? undefined : parseCookie(header)[cookieName] || undefined),
    start: (holder) => issue(holder, { sid: randomUUID(), started: nowSeconds() }),
    async renew({ claims, userId, accountId, expiresAt }) {
      const sid = sessionIdOf(claims)
      const issued = Number(claims.renewed ?? claims.started)
      const left = expiresAt.getTime() / 1000 - nowSeconds()
      if (sid === undefined || nowSeconds() - issued < left) return undefined
      if (nowSeconds() - Number(claims.started) > longestSeconds) return undefined
      const [account, user] = await Promise.all([accounts.get(accountId), userId && users.get(accountId, userId)])
      if (account === undefined || !user) return undefined
      const extra = { sid, started: Number(claims.started), renewed: nowSeconds() }
      return issue({ account, user, method: 'cb_user_auth' }, extra)
    },
    async end({ claims, expiresAt }) {
      const sid = sessionIdOf(claims)
      if (sid !== undefined) await revocations.add(sid, new Date(expiresAt.getTime() + longestSeconds * 1000))
    },
    csrfToken: async ({ claims }) => csrfToken(secrets, sessionIdOf(claims) ?? ''),
    setCookie: (token, isSecure) => stringifySetCookie(cookieName, token, attributes(isSecure)),
    clearCookie: (isSecure) => stringifySetCookie(cookieName, '', { ...attributes(isSecure), maxAge: 0 }),
  }
}

function attributes(isSecure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
}
