import type { JsonValue } from '@strata/json'
import { normalisedUsername } from '#bff/accounts/users.ts'
import { credentialOf } from '#bff/auth/passwords.ts'
import type { Context } from '#bff/context.ts'
import { checkBody } from '#bff/http/check-body.ts'
import { requestSchemas } from '#bff/http/request-schemas.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { sessionInfo } from './session-info.ts'
import { signInMaxBytes } from './token-routes.ts'

/** The browser's session: its token stays in a cookie that no script can read. */
export function consoleSessionRoutes(context: Context): Route[] {
  const { auth, validator } = context
  const { browserSessions } = auth

  async function signIn(request: ApiRequest): Promise<Answer> {
    const body = checkBody(validator, 'console_session', request.data, requestSchemas)
    const username = normalisedUsername(text(body.username))
    const holder = await auth.signIn.withCredential(
      { realm: text(body.account_name), name: text(body.account_name) },
      credentialOf(username, text(body.password), 'md5'),
      request.client.address,
    )
    await context.onSignIn()
    const token = await browserSessions.start(holder)
    const session = await auth.sessions.open(token, 'cookie')
    return {
      data: { ...(await sessionInfo(session, context)) },
      headers: { 'Set-Cookie': browserSessions.setCookie(token, request.client.isSecure) },
    }
  }

  async function signOut(request: ApiRequest): Promise<Answer> {
    await browserSessions.end(requireSession(request))
    return { data: {}, headers: { 'Set-Cookie': browserSessions.clearCookie(request.client.isSecure) } }
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
