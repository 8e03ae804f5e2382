import type { SessionInfo } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import { normalisedUsername } from '#bff/accounts/users.ts'
import { requireSession } from '#bff/auth/actor.ts'
import {
  clearedCookie,
  csrfToken,
  endBrowserSession,
  sessionCookie,
  startBrowserSession,
  startFromToken,
} from '#bff/auth/browser-sessions.ts'
import { credentialOf } from '#bff/auth/passwords.ts'
import type { Session } from '#bff/auth/session.ts'
import { openSession } from '#bff/auth/sessions.ts'
import { signInWithCredential, signInWithToken } from '#bff/auth/sign-in.ts'
import type { Context } from '#bff/context.ts'
import { checkBody } from '#bff/http/check-body.ts'
import { requestSchemas } from '#bff/http/request-schemas.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { readOnlyReason } from '#bff/origin/protect-store.ts'
import { signInMaxBytes } from './token-routes.ts'

/** The browser's session: its token stays in a cookie that no script can read. */
export function consoleSessionRoutes(context: Context): Route[] {
  const { auth, validator } = context

  /** The token of a new session for a name and a password. */
  async function startByPassword({ data, client }: ApiRequest): Promise<string> {
    const body = checkBody(validator, 'console_session', data, requestSchemas)
    const username = normalisedUsername(text(body.username))
    const hint = { realm: text(body.account_name), name: text(body.account_name) }
    const credential = credentialOf(username, text(body.password), 'md5')
    return startBrowserSession(auth, await signInWithCredential(auth, hint, credential, client.address))
  }

  /** The token of a new session for a token of KAZOO, or of one that programs use here. */
  async function startByToken({ data, client }: ApiRequest): Promise<string> {
    const body = checkBody(validator, 'console_session_by_token', data, requestSchemas)
    return startFromToken(auth, await signInWithToken(auth, text(body.token), client.address))
  }

  async function signIn(request: ApiRequest): Promise<Answer> {
    const isByToken = isJsonObject(request.data) && 'token' in request.data
    const token = await (isByToken ? startByToken(request) : startByPassword(request))
    await context.onSignIn()
    const session = await openSession(auth, token, 'cookie')
    return {
      data: { ...(await sessionInfo(session, context)) },
      headers: { 'Set-Cookie': await sessionCookie(auth, token, request.client.isSecure) },
    }
  }

  async function signOut(request: ApiRequest): Promise<Answer> {
    await endBrowserSession(auth, requireSession(request))
    return { data: {}, headers: { 'Set-Cookie': await clearedCookie(auth, request.client.isSecure) } }
  }

  return [
    {
      method: 'POST',
      path: '/console/session',
      access: { who: 'anyone' },
      storesNothing: true,
      maxBytes: signInMaxBytes,
      handle: signIn,
    },
    {
      method: 'GET',
      path: '/console/session',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: { ...(await sessionInfo(requireSession(request), context)) } }),
    },
    {
      method: 'DELETE',
      path: '/console/session',
      access: { who: 'authenticated' },
      storesNothing: true,
      handle: signOut,
    },
  ]
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Who is signed in and what this server can do for them. */
async function sessionInfo(session: Session, context: Context): Promise<SessionInfo> {
  const { accountId, userId } = session
  const user = userId === undefined ? undefined : await context.auth.users.recent(accountId, userId)
  return {
    account_id: accountId,
    account_name: session.accountName,
    user_id: userId ?? null,
    username: user?.username ?? null,
    is_superduper_admin: session.isSuperduperAdmin,
    is_reseller: session.isReseller,
    is_account_admin: session.isAccountAdmin,
    csrf_token: await csrfToken(context.auth, session),
    expires_at: session.expiresAt.toISOString(),
    read_only: readOnlyReason(context) ?? null,
    store: context.store.kind,
    store_address: session.isSuperduperAdmin ? addressOf(context.config.couchdbUrl) : null,
    origin: context.origin,
    kazoo_version: await context.schemas.kazooVersion(),
    version: context.version,
  }
}

/** Without what signs in. */
function addressOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).host
}
