import type { Account } from '#bff/accounts/account.ts'
import { isAccountId } from '#bff/accounts/account-database.ts'
import { authenticate, checkForgery } from '#bff/auth/authenticate.ts'
import { isAuthorised } from '#bff/auth/authorise.ts'
import { renewedToken, sessionCookie } from '#bff/auth/browser-sessions.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import { readOnlyReason } from '../origin/protect-store.ts'
import { metadataOf } from './envelope.ts'
import {
  credentialsOf,
  type Exchange,
  isOfCrossbar,
  isSecure,
  rootOf,
  type Step,
  type StepResponse,
} from './exchange.ts'
import { createRequest } from './request.ts'
import { frameOf, sendAnswer } from './respond.ts'
import type { Route } from './route.ts'
import { sendFile, sendLines } from './send-streamed.ts'

const writing: readonly string[] = ['PUT', 'POST', 'PATCH']

/**
 * Answers what a route serves. A request is held to Crossbar's order: account, who it is, whether they may, whether
 * anything may be written, content type. Throws the first that fails.
 */
export function serve(route: Route, context: Context): Step {
  const { auth, config } = context
  const isAlwaysOpen = route.method === 'GET' || route.storesNothing === true || route.storesOwnOnly === true
  const readOnly = isAlwaysOpen ? undefined : readOnlyReason(context)

  return async (request, response) => {
    const exchange = response.locals
    exchange.route = route
    const credentials = credentialsOf(request, exchange, config)
    const authenticated = () => authenticate(auth, credentials)
    const own = exchange.isOwnAccount ? { account_id: signedIn(await authenticated()).accountId } : {}
    const params: Record<string, string> = { ...request.params, ...own }

    const account = await addressedAccount(params.account_id, context)
    const session = await (route.access.who === 'anyone' ? authenticated().catch(asAnyone) : authenticated())
    if (route.access.who !== 'anyone') signedIn(session)
    exchange.session = session
    if (!isRead(route, exchange) && (session?.via === 'cookie' || rootOf(exchange.path) === 'console')) {
      await checkForgery(auth, session, credentials)
    }
    requireAccess(route, session, { account, userId: params.user_id })
    if (readOnly !== undefined) throw new AppError('forbidden', readOnly)
    if (exchange.body.isUnsupported && writing.includes(route.method)) {
      throw new AppError('unsupported-type', 'Send the body as application/json.')
    }

    response.removeHeader('Allow')
    await renewCookie(response, context, isSecure(request, config))
    const answer = await route.handle(
      createRequest({
        requestId: exchange.id,
        path: exchange.path,
        params,
        query: exchange.query,
        data: exchange.body.data,
        envelope: exchange.body.envelope,
        session,
        redact: session?.via === 'cookie' || config.redactSecrets === 'always',
        client: { address: request.ip ?? '', isSecure: isSecure(request, config) },
        header: credentials.header,
      }),
    )
    if (answer.lines !== undefined) return sendLines(response, answer.lines)
    if (answer.file !== undefined) return sendFile(response, answer.file)
    await sendAnswer(response, answer, {
      method: route.method,
      ifNoneMatch: request.get('if-none-match'),
      isPretty: exchange.isPretty,
      metadata: isOfCrossbar(exchange) ? await metadataOf(answer, context.schemas) : undefined,
      frame: frameOf(exchange, context, answer),
    })
  }
}

async function addressedAccount(id: string | undefined, { accounts }: Context): Promise<Account | undefined> {
  if (id === undefined) return undefined
  if (!isAccountId(id)) {
    const message = `invalid account_id '${id}'`
    throw new AppError('not-found', message, { name: 'bad identifier', data: { message } })
  }
  const account = await accounts.get(id)
  if (account === undefined) throw badIdentifier(id)
  return account
}

/** A route open to anyone does not mind a token that does not hold, or that cannot be looked into. */
function asAnyone(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error
}

function signedIn(session: Session | undefined): Session {
  if (session === undefined) throw new AppError('unauthenticated', 'Sign in, or send a token as X-Auth-Token.')
  return session
}

/** However it is served, what was sent as a write may be of a page that has no business here. */
function isRead(route: Route, { method }: Exchange): boolean {
  return route.method === 'GET' && (method === 'GET' || method === 'HEAD')
}

function requireAccess(
  { access }: Route,
  session: Session | undefined,
  addressed: { account: Account | undefined; userId: string | undefined },
): void {
  if (access.who === 'anyone' || isAuthorised(access, { session: signedIn(session), ...addressed })) return
  throw new AppError('forbidden', 'This account and user may not do this.', { data: { message: 'forbidden' } })
}

async function renewCookie(response: StepResponse, { auth }: Context, isSecure: boolean): Promise<void> {
  const { session } = response.locals
  if (session?.via !== 'cookie') return
  const token = await renewedToken(auth, session)
  if (token !== undefined) response.append('Set-Cookie', await sessionCookie(auth, token, isSecure))
}
