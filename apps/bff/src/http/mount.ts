import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type { Express } from 'express'
import type { Context } from '#bff/context.ts'
import { withPatience } from '#bff/couch/deadline.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { logServed } from './access-log.ts'
import { createBodyAllowance } from './body-allowance.ts'
import { allowOrigin } from './cors.ts'
import type { EnvelopeFrame } from './envelope.ts'
import { toAppError, toWireError } from './errors.ts'
import { type Exchange, isSecure } from './exchange.ts'
import { readIncoming, toApiRequest } from './incoming.ts'
import { metadataOf } from './metadata.ts'
import { rawSegments } from './path-segments.ts'
import { type Admitted, admit, type Observer } from './pipeline.ts'
import type { Progress } from './progress.ts'
import { requestId } from './request-id.ts'
import { sendAnswer, sendError } from './respond.ts'
import type { Answer, Route } from './route.ts'
import { createRouteTable } from './route-table.ts'
import { sendFile } from './send-file.ts'
import { sendLines } from './send-lines.ts'

/** What a request may wait for the store in all (milliseconds). */
const storePatience = 10_000
const versionRoot = /^v\d+$/
const node = createHash('md5').update(`strata@${hostname()}`).digest('base64url')

/** Serves the routes, and answers everything else below their first segments (and below any `/vN`) in the envelope. */
export function mount(app: Express, routes: readonly Route[], context: Context): void {
  const table = createRouteTable(routes)
  const allowance = createBodyAllowance(context)
  const isApi = (path: string) => table.roots.has(rootOf(path)) || versionRoot.test(rootOf(path))
  app.use(async (request, response, next) => {
    if (!isApi(request.path)) return next()
    const id = requestId(request.get('x-request-id'))
    const progress = { id, startedAt: performance.now(), route: undefined, session: undefined, isPretty: false }
    await serve({ request, response, progress, table, allowance, context })
  })
}

function rootOf(path: string): string {
  return rawSegments(path)[0] ?? ''
}

async function serve(exchange: Exchange): Promise<void> {
  const { request, response, progress, context } = exchange
  response.set({ 'X-Request-ID': progress.id, 'Cache-Control': 'no-store' })
  response.once('close', () => logServed(request, response, progress, context))
  try {
    await withPatience(storePatience, () => answer(exchange))
  } catch (thrown) {
    const error = toAppError(thrown)
    report(error, progress, context)
    // Half an answer cannot be taken back; that it ends without its end says enough.
    if (response.headersSent) response.destroy()
    else sendError(response, toWireError(error), frameOf(exchange), progress.isPretty)
  }
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, progress, table, context } = exchange
  const root = rootOf(request.path)
  if (versionRoot.test(root)) {
    allowOrigin(response, { origin: request.get('origin'), allowed: context.config.corsOrigins })
  }
  if (root === 'v1') throw new AppError('gone', 'Version 1 of the API is gone: use /v2.')
  const observer = observe(exchange)
  if (request.method === 'OPTIONS') {
    // As the path came: what a browser asks here is whether it may see the answer, also that the path is wrong.
    observer.allowed([...(table.find(rawSegments(request.path))?.methods.keys() ?? [])])
    response.status(200).end()
    return
  }
  const incoming = await readIncoming(exchange, observer)
  const admitted = await admit(incoming, table, context, observer)
  response.removeHeader('Allow')
  await renewCookie(exchange, admitted)
  const given = await admitted.route.handle(toApiRequest(exchange, incoming, admitted))
  if (given.lines !== undefined) return sendLines(response, given.lines)
  if (given.file !== undefined) return sendFile(response, given.file)
  await sendAnswer(response, given, {
    method: admitted.method,
    ifNoneMatch: request.get('if-none-match'),
    isPretty: progress.isPretty,
    metadata: root === 'v2' ? await metadataOf(given, context) : undefined,
    frame: frameOf(exchange, given),
  })
}

function observe({ response, progress }: Exchange): Observer {
  return {
    found(route) {
      progress.route = route
    },
    opened(session) {
      progress.session = session
    },
    allowed: (methods) => response.set('Allow', [...methods, 'OPTIONS'].join(', ')),
  }
}

async function renewCookie(exchange: Exchange, { session }: Admitted): Promise<void> {
  if (session?.via !== 'cookie') return
  const { browserSessions } = exchange.context.auth
  const token = await browserSessions.renew(session)
  if (token !== undefined) exchange.response.append('Set-Cookie', browserSessions.setCookie(token, isSecure(exchange)))
}

function frameOf({ progress: { id, session }, context }: Exchange, given?: Answer): EnvelopeFrame {
  const authToken = given?.authToken ?? (session?.via === 'token' ? session.token : undefined)
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
