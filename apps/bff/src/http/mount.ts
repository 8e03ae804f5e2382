import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type { Express, Request, Response } from 'express'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors.ts'
import { logServed } from './access-log.ts'
import { type Body, readBody } from './body.ts'
import { allowOrigin } from './cors.ts'
import type { EnvelopeFrame } from './envelope.ts'
import { toAppError, toWireError } from './errors.ts'
import { pathSegments } from './path-segments.ts'
import { type Admitted, admit } from './pipeline.ts'
import type { Progress } from './progress.ts'
import { readRaw } from './read-raw.ts'
import { createRequest, isTruth, lookUp } from './request.ts'
import { requestId } from './request-id.ts'
import { sendAnswer, sendError } from './respond.ts'
import type { Answer, Route } from './route.ts'
import { createRouteTable, type RouteMatch, type RouteTable } from './route-table.ts'

const generalMaxBytes = 8_000_000
const node = createHash('md5').update(`strata@${hostname()}`).digest('base64url')

/** Serves the routes, and answers everything else below their first segments (and below any `/vN`) in the envelope. */
export function mount(app: Express, routes: readonly Route[], context: Context): void {
  const table = createRouteTable(routes)
  const isApi = (path: string) => {
    const root = path.split('/').find((segment) => segment !== '')
    return root !== undefined && (table.roots.has(root) || /^v\d+$/.test(root))
  }
  app.use(async (request, response, next) => {
    if (isApi(request.path)) await serve(request, response, table, context)
    else next()
  })
}

async function serve(request: Request, response: Response, table: RouteTable, context: Context): Promise<void> {
  const id = requestId(request.get('x-request-id'))
  const progress: Progress = { id, startedAt: performance.now(), route: undefined, session: undefined, isPretty: false }
  response.set({ 'X-Request-ID': id, 'Cache-Control': 'no-store' })
  response.once('close', () => logServed(request, response, progress, context))
  try {
    await handle(request, response, progress, { table, context })
  } catch (thrown) {
    const error = toAppError(thrown)
    report(error, progress, context)
    sendError(response, toWireError(error), frameOf(progress, undefined, context), progress.isPretty)
  }
}

async function handle(
  request: Request,
  response: Response,
  progress: Progress,
  { table, context }: { table: RouteTable; context: Context },
): Promise<void> {
  const segments = pathSegments(request.path)
  const match = table.find(segments)
  const methods = [...(match?.methods.keys() ?? []), 'OPTIONS']
  if (/^v\d+$/.test(segments[0] ?? '')) {
    allowOrigin(response, { origin: request.get('origin'), allowed: context.config.corsOrigins, methods })
  }
  checkVersion(segments[0])
  if (request.method === 'OPTIONS') {
    response.set('Allow', methods.join(', ')).status(200).end()
    return
  }
  const query = Object.fromEntries(new URLSearchParams(request.url.split('?')[1] ?? ''))
  const body = readBody(await readRaw(request, response, maxBytes(match)), request.get('content-type'))
  if (body.isUntyped) response.set('X-RFC2616', 'no Content-Type, read as application/json')
  progress.isPretty = isTruth(lookUp('pretty_print', { ...body, query }) ?? request.get('x-pretty-print'))
  const incoming = { method: request.method, segments, query, body, header: headerOf(request), host: request.host }
  const admitted = await admit(incoming, table, context, {
    found: (route) => {
      progress.route = route
    },
    opened: (session) => {
      progress.session = session
    },
    allowed: (allowed) => response.set('Allow', [...allowed, 'OPTIONS'].join(', ')),
  })
  response.removeHeader('Allow')
  await renewCookie(request, response, admitted, context)
  const answer = await admitted.route.handle(toApiRequest({ request, query, body, admitted, id: progress.id }, context))
  sendAnswer(response, answer, {
    method: admitted.method,
    ifNoneMatch: request.get('if-none-match'),
    isPretty: progress.isPretty,
    frame: frameOf(progress, answer, context),
  })
}

function checkVersion(root: string | undefined): void {
  if (root === 'v1') throw new AppError('gone', 'Version 1 of the API is gone: use /v2.')
}

function maxBytes(match: RouteMatch | undefined): number {
  if (match === undefined) return generalMaxBytes
  return Math.max(...[...match.methods.values()].map((route) => route.maxBytes ?? generalMaxBytes))
}

function headerOf(request: Request): (name: string) => string | undefined {
  return (name) => {
    const value = request.headers[name.toLowerCase()]
    return Array.isArray(value) ? value.join(', ') : value
  }
}

async function renewCookie(
  request: Request,
  response: Response,
  { session }: Admitted,
  context: Context,
): Promise<void> {
  if (session?.via !== 'cookie') return
  const token = await context.auth.browserSessions.renew(session)
  if (token === undefined) return
  response.append('Set-Cookie', context.auth.browserSessions.setCookie(token, isSecure(request, context)))
}

interface Handled {
  readonly request: Request
  readonly query: Record<string, string>
  readonly body: Body
  readonly admitted: Admitted
  readonly id: string
}

function toApiRequest({ request, query, body, admitted, id }: Handled, context: Context) {
  const { method, params, session } = admitted
  return createRequest({
    id,
    method,
    path: request.path,
    params,
    query,
    data: body.data,
    envelope: body.envelope,
    session,
    redact: session?.via === 'cookie' || context.config.redactSecrets === 'always',
    client: { address: request.ip ?? '', isSecure: isSecure(request, context) },
    header: headerOf(request),
  })
}

function isSecure(request: Request, { config }: Context): boolean {
  return request.secure || (config.publicUrl?.startsWith('https:') ?? false)
}

function frameOf({ id, session }: Progress, answer: Answer | undefined, context: Context): EnvelopeFrame {
  const authToken = answer?.authToken ?? (session?.via === 'token' ? session.token : undefined)
  const isKnown = session !== undefined || authToken !== undefined
  return { requestId: id, node, now: context.clock(), version: isKnown ? context.version : undefined, authToken }
}

/** What nobody foresaw needs a person; a store that cannot be reached usually comes back by itself. */
function report(error: AppError, { id, route }: Progress, { logger, metrics }: Context): void {
  metrics.failed(error.kind)
  const fields = { request_id: id, route: route?.path, err: error.cause ?? error }
  if (error.kind === 'internal' || error.kind === 'upstream') logger.error(fields, error.message)
  if (error.kind === 'unavailable') logger.warn(fields, error.message)
}
