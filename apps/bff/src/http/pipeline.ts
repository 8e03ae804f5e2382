import { isAccountId } from '#bff/accounts/account-database.ts'
import type { Account } from '#bff/accounts/directory.ts'
import { authenticate, checkForgery } from '#bff/auth/authenticate.ts'
import { isAuthorised } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import { type Body, noBody } from './body.ts'
import { readOnlyReason } from './read-only.ts'
import { lookUp } from './request.ts'
import type { Method, Route } from './route.ts'
import type { RouteMatch, RouteTable } from './route-table.ts'

/** A request as far as it is known before its body. */
export interface Head {
  readonly method: string
  readonly segments: readonly string[]
  readonly query: Readonly<Record<string, string>>
  readonly header: (name: string) => string | undefined
  readonly host: string
}

/** A request that has been read, before anybody asked who sent it. */
export interface Incoming extends Head {
  readonly body: Body
}

/** A request that may be handled. */
export interface Admitted {
  readonly method: Method
  readonly route: Route
  readonly params: Record<string, string>
  readonly session: Session | undefined
}

/** Is told what is known of a request as soon as it is, so that a refusal can be logged and answered with it. */
export interface Observer {
  readonly found: (route: Route) => void
  readonly opened: (session: Session) => void
  readonly allowed: (methods: readonly string[]) => void
}

const writing: readonly string[] = ['PUT', 'POST', 'PATCH']

/**
 * What is served at the path of a request whose body has not been read yet, so that none is read for nothing.
 * Throws `no-route`, and `method-not-allowed` where no `verb` in the body can make another method of it.
 */
export function findServed(
  head: Head,
  { hasBody, table, observer }: { hasBody: boolean; table: RouteTable; observer: Observer },
): RouteMatch {
  const [version, resource, ...rest] = head.segments
  const isOwn = version === 'v2' && resource === 'account'
  const match = findPath(isOwn ? [version, 'accounts', 'own', ...rest] : head.segments, table, observer)
  if (!hasBody || version !== 'v2') findRoute(match, effectiveMethod({ ...head, body: noBody }))
  return match
}

/** The session that the head of a request opens by itself; undefined when it names none. Throws as `authenticate`. */
export function authenticateHead(head: Head, context: Context): Promise<Session | undefined> {
  return authenticateIncoming({ ...head, body: noBody }, context)
}

/**
 * Decides whether a request may be handled, in Crossbar's order: path and method, account, who it is, whether they may,
 * whether anything may be written, content type. Throws the first that fails.
 */
export async function admit(
  incoming: Incoming,
  table: RouteTable,
  context: Context,
  observer: Observer,
): Promise<Admitted> {
  const segments = await withoutAlias(incoming, context)
  const match = findPath(segments, table, observer)
  const route = findRoute(match, effectiveMethod(incoming))
  observer.found(route)
  const params = match.params(route)
  const account = await addressedAccount(params.account_id, context)
  const session = await identify(incoming, route, context)
  if (session !== undefined) observer.opened(session)
  await checkWriteOfBrowser(incoming, route, session, context)
  checkAccess(route, { session, account, userId: params.user_id })
  checkWritable(route, context)
  if (incoming.body.isUnsupported && writing.includes(route.method)) {
    throw new AppError('unsupported-type', 'Send the body as application/json.')
  }
  return { method: route.method, route, params, session }
}

function findPath(segments: readonly string[], table: RouteTable, observer: Observer): RouteMatch {
  const match = table.find(segments)
  if (match === undefined) throw new AppError('no-route', 'Nothing is served at this path.')
  observer.allowed([...match.methods.keys()])
  return match
}

function findRoute({ methods }: RouteMatch, method: string): Route {
  const route = methods.get(method)
  if (route === undefined) throw new AppError('method-not-allowed', `This path does not take ${method}.`)
  return route
}

/** `/v2/account/…` stands for the caller's own account. */
async function withoutAlias(incoming: Incoming, context: Context): Promise<readonly string[]> {
  const [version, resource, ...rest] = incoming.segments
  if (version !== 'v2' || resource !== 'account') return incoming.segments
  const session = await authenticateIncoming(incoming, context)
  if (session === undefined) throw unauthenticated()
  return [version, 'accounts', session.accountId, ...rest]
}

/** The value `verb` tunnels another method through a request, for Crossbar's resources only. */
function effectiveMethod({ method, segments, query, body }: Incoming): string {
  const verb = segments[0] === 'v2' ? lookUp('verb', { ...body, query }) : undefined
  if (typeof verb === 'string') return verb.toUpperCase()
  return method === 'HEAD' ? 'GET' : method
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
async function identify(incoming: Incoming, route: Route, context: Context): Promise<Session | undefined> {
  if (route.access.who === 'anyone') {
    return authenticateIncoming(incoming, context).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return undefined
    })
  }
  const session = await authenticateIncoming(incoming, context)
  if (session === undefined) throw unauthenticated()
  return session
}

function authenticateIncoming(incoming: Incoming, context: Context): Promise<Session | undefined> {
  return authenticate(context.auth, originOf(incoming, context))
}

async function checkWriteOfBrowser(
  incoming: Incoming,
  route: Route,
  session: Session | undefined,
  context: Context,
): Promise<void> {
  const isSafe = route.method === 'GET' && (incoming.method === 'GET' || incoming.method === 'HEAD')
  const isBrowsers = session?.via === 'cookie' || incoming.segments[0] === 'console'
  if (!isSafe && isBrowsers) await checkForgery(context.auth, session, originOf(incoming, context))
}

function originOf({ header, host, body, query }: Incoming, { config }: Context) {
  const value = (name: string) => lookUp(name, { ...body, query })
  return { header, value, host, publicUrl: config.publicUrl }
}

function checkAccess(
  { access }: Route,
  {
    session,
    account,
    userId,
  }: { session: Session | undefined; account: Account | undefined; userId: string | undefined },
): void {
  if (access.who === 'anyone') return
  if (session === undefined) throw unauthenticated()
  if (isAuthorised(access, { session, account, userId })) return
  throw new AppError('forbidden', 'This account and user may not do this.', { data: { message: 'forbidden' } })
}

function checkWritable(route: Route, context: Context): void {
  if (route.method === 'GET' || route.storesNothing === true) return
  const reason = readOnlyReason(context)
  if (reason !== undefined) throw new AppError('forbidden', reason)
}

function unauthenticated(): AppError {
  return new AppError('unauthenticated', 'Sign in, or send a token as X-Auth-Token.')
}
