import { createHmac, randomUUID } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@strata/json'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Auth } from './create-auth.ts'
import { issueToken, type TokenHolder } from './issue-token.ts'
import { signOut } from './revocations.ts'
import type { Session } from './session.ts'
import { holderOf, sessionIdOf } from './sessions.ts'

/** However busy, a browser signs in anew after this time. */
const longestSeconds = 24 * 3600

/** The token of a new session of a browser, which lies in a cookie that scripts cannot read. */
export function startBrowserSession(auth: Auth, holder: TokenHolder): Promise<string> {
  return issueToken(auth, holder, { sid: randomUUID(), started: nowSeconds(auth) }, longestSeconds)
}

/** The same of whom a token was issued to elsewhere; the session lasts no longer than that token. */
export function startFromToken(auth: Auth, { claims }: Session): Promise<string> {
  return issueAgain(auth, claims, { sid: randomUUID(), started: nowSeconds(auth), ends: Number(claims.exp) })
}

/** A later token for the session when half of its time is gone, until the session is a day old or has to end. */
export async function renewedToken(auth: Auth, { claims, expiresAt }: Session): Promise<string | undefined> {
  const now = nowSeconds(auth)
  const sid = sessionIdOf(claims)
  const issued = Number(claims.renewed ?? claims.started)
  const left = expiresAt.getTime() / 1000 - now
  if (sid === undefined || now - issued < left || secondsLeft(claims, now) <= left) return undefined
  const ends = typeof claims.ends === 'number' ? { ends: claims.ends } : {}
  return issueAgain(auth, claims, { sid, started: Number(claims.started), renewed: now, ...ends })
}

/** Ends all tokens of the session. */
export async function endBrowserSession(auth: Auth, { claims, expiresAt }: Session): Promise<void> {
  const sid = sessionIdOf(claims)
  if (sid !== undefined) await signOut(auth, sid, new Date(expiresAt.getTime() + longestSeconds * 1000))
}

/** The token that a page must send back with every write of its session, and that its scripts can read. */
export async function csrfToken({ secrets }: Auth, { claims }: Session): Promise<string> {
  return createHmac('sha256', (await secrets()).csrfToken)
    .update(sessionIdOf(claims) ?? '')
    .digest('base64url')
}

/** The token in a request's `Cookie` header. */
export async function tokenInCookie(auth: Auth, header: string | undefined): Promise<string | undefined> {
  return header === undefined ? undefined : parseCookie(header)[await cookieName(auth)] || undefined
}

/** Browsers keep one cookie of a name for all ports of a host: each installation has its own. */
async function cookieName({ secrets }: Auth): Promise<string> {
  return `strata_session_${(await secrets()).installation}`
}

/** `Set-Cookie` with a session's token. */
export async function sessionCookie(auth: Auth, token: string, isSecure: boolean): Promise<string> {
  return stringifySetCookie(await cookieName(auth), token, attributes(isSecure))
}

/** `Set-Cookie` that takes a session's token from the browser. */
export async function clearedCookie(auth: Auth, isSecure: boolean): Promise<string> {
  return stringifySetCookie(await cookieName(auth), '', { ...attributes(isSecure), maxAge: 0 })
}

/** The session's claims go with whom the claims before were for, bound to their secret of this moment. */
async function issueAgain(auth: Auth, before: JsonObject, session: JsonObject): Promise<string> {
  const holder = await holderOf(auth, before)
  const narrowed = isJsonObject(before.as) ? { as: before.as } : {}
  const longest = secondsLeft(session, nowSeconds(auth))
  return issueToken(auth, { ...holder, method: 'cb_user_auth' }, { ...narrowed, ...session }, longest)
}

/** Seconds until the session with these claims has to end. */
function secondsLeft({ started, ends }: JsonObject, now: number): number {
  const latest = Number(started) + longestSeconds
  return Math.min(latest, typeof ends === 'number' ? ends : latest) - now
}

function nowSeconds({ clock }: Auth): number {
  return Math.floor(clock().getTime() / 1000)
}

function attributes(isSecure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
}
