import { randomUUID } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@strata/json'
import { parseCookie, stringifySetCookie } from 'cookie'
import { csrfToken } from './csrf.ts'
import type { IssueToken, TokenHolder } from './issue-token.ts'
import type { Revocations } from './revocations.ts'
import type { Secrets } from './secrets.ts'
import type { Session } from './session.ts'
import { type Sessions, sessionIdOf } from './sessions.ts'

const cookieName = 'strata_session'
/** However busy, a browser signs in anew after this time. */
const longestSeconds = 24 * 3600

interface Parts {
  readonly sessions: Sessions
  readonly issue: IssueToken
  readonly revocations: Revocations
  readonly secrets: Secrets
  readonly clock: () => Date
}

/** Sessions of browsers: the token lies in a cookie that scripts cannot read, and writes need a second token that they can. */
export type BrowserSessions = ReturnType<typeof createBrowserSessions>

export function createBrowserSessions(parts: Parts) {
  const { sessions, issue, revocations, secrets, clock } = parts
  const nowSeconds = () => Math.floor(clock().getTime() / 1000)

  /** Seconds until the session with these claims has to end. */
  function secondsLeft({ started, ends }: JsonObject): number {
    const latest = Number(started) + longestSeconds
    return Math.min(latest, typeof ends === 'number' ? ends : latest) - nowSeconds()
  }

  /** The session's claims go with whom the claims before were for, bound to their secret of this moment. */
  async function issueAgain(before: JsonObject, session: JsonObject): Promise<string> {
    const holder = await sessions.holderOf(before)
    const narrowed = isJsonObject(before.as) ? { as: before.as } : {}
    return issue({ ...holder, method: 'cb_user_auth' }, { ...narrowed, ...session }, secondsLeft(session))
  }

  return {
    /** The token in a request's `Cookie` header. */
    tokenIn: (header: string | undefined): string | undefined =>
      header === undefined ? undefined : parseCookie(header)[cookieName] || undefined,
    /** A token for a new session. */
    start: (holder: TokenHolder): Promise<string> =>
      issue(holder, { sid: randomUUID(), started: nowSeconds() }, longestSeconds),
    /** A token for a new session of whom a token was issued to elsewhere; the session lasts no longer than that token. */
    startFrom: ({ claims }: Session): Promise<string> =>
      issueAgain(claims, { sid: randomUUID(), started: nowSeconds(), ends: Number(claims.exp) }),
    /** A later token for the session when half of its time is gone, until the session is a day old or has to end. */
    async renew({ claims, expiresAt }: Session): Promise<string | undefined> {
      const sid = sessionIdOf(claims)
      const issued = Number(claims.renewed ?? claims.started)
      const left = expiresAt.getTime() / 1000 - nowSeconds()
      if (sid === undefined || nowSeconds() - issued < left || secondsLeft(claims) <= left) return undefined
      const ends = typeof claims.ends === 'number' ? { ends: claims.ends } : {}
      return issueAgain(claims, { sid, started: Number(claims.started), renewed: nowSeconds(), ...ends })
    },
    /** Ends all tokens of the session. */
    async end({ claims, expiresAt }: Session): Promise<void> {
      const sid = sessionIdOf(claims)
      if (sid !== undefined) await revocations.add(sid, new Date(expiresAt.getTime() + longestSeconds * 1000))
    },
    csrfToken: async ({ claims }: Session): Promise<string> => csrfToken(secrets, sessionIdOf(claims) ?? ''),
    setCookie: (token: string, isSecure: boolean): string =>
      stringifySetCookie(cookieName, token, attributes(isSecure)),
    clearCookie: (isSecure: boolean): string =>
      stringifySetCookie(cookieName, '', { ...attributes(isSecure), maxAge: 0 }),
  }
}

function attributes(isSecure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
}
