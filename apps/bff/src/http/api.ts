import { randomUUID } from 'node:crypto'
import { type ErrorRequestHandler, Router } from 'express'
import type { Context } from '#bff/context.ts'
import { withPatience } from '#bff/couch/deadline.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { logServed } from './access-log.ts'
import { noBody } from './body.ts'
import { createBodyAllowance } from './body-allowance.ts'
import { allowOrigin } from './cors.ts'
import { toAppError, toWireError } from './errors.ts'
import { type Exchange, rootOf, type Step, type StepRequest } from './exchange.ts'
import { mountRoutes } from './mount-routes.ts'
import { allow, receive } from './receive.ts'
import { isTruth, lookUp } from './request.ts'
import { frameOf, sendError } from './respond.ts'
import type { Route } from './route.ts'
import { serve } from './serve.ts'

/** What a request may wait for the store in all (milliseconds). */
const storePatience = 10_000
const versionRoot = /^v\d+$/

/**
 * Serves the routes, and answers everything else below their first segments (and below any `/vN`) in the envelope.
 * What lies elsewhere goes on to whatever comes behind this router.
 */
export function api(routes: readonly Route[], context: Context): Router {
  const allowance = createBodyAllowance(context.auth, context.config)
  const router = Router({ caseSensitive: true })
  router.use(enter(routes, context))
  mountRoutes(router, routes, {
    receive: (ofPath) => receive(ofPath, allowance),
    serve: (route) => serve(route, context),
  })
  router.use(refusePath)
  router.use(answerFailure(context))
  return router
}

/** The first step of every request; one only, as Express takes its time over each. */
function enter(routes: readonly Route[], context: Context): Step {
  const roots = new Set(routes.map(({ path }) => rootOf(path)))
  return (request, response, next) => {
    const root = rootOf(request.path)
    if (!roots.has(root) && !versionRoot.test(root)) {
      next('router')
      return
    }
    response.locals = begin(request)
    response.set({ 'X-Request-ID': response.locals.id, 'Cache-Control': 'no-store' })
    response.once('close', () => logServed(response, context.logger, context.metrics))
    if (versionRoot.test(root)) {
      allowOrigin(response, { origin: request.get('origin'), allowed: context.config.corsOrigins })
    }
    if (root === 'v1') throw new AppError('gone', 'Version 1 of the API is gone: use /v2.')
    request.url = servedPath(request, response.locals)
    withPatience(storePatience, next)
  }
}

function begin(request: StepRequest): Exchange {
  const query = queryOf(request.url)
  return {
    id: requestId(request.get('x-request-id')),
    startedAt: performance.now(),
    method: request.method,
    path: request.path,
    query,
    isOwnAccount: false,
    body: noBody,
    isPretty: isTruth(lookUp('pretty_print', { ...noBody, query }) ?? request.get('x-pretty-print')),
    route: undefined,
    session: undefined,
  }
}

/**
 * The path as the routes spell it: empty segments are dropped, as Crossbar does, and what need not be encoded is not.
 * - `/v2/account/…` is served as the account that signed in: `serve` finds out which that is
 * - what a browser asks before a request is whether it may see the answer, also that the path is wrong
 */
function servedPath({ path, method }: StepRequest, exchange: Exchange): string {
  const raw = path.split('/').filter((segment) => segment !== '')
  const segments = method === 'OPTIONS' ? raw : raw.map(decode)
  const [version, resource, ...rest] = segments
  exchange.isOwnAccount = version === 'v2' && resource === 'account'
  const served = exchange.isOwnAccount ? ['v2', 'accounts', 'own', ...rest] : segments
  return `/${served.map(encodeURIComponent).join('/')}`
}

const refusePath: Step = ({ method }, response) => {
  if (method !== 'OPTIONS') throw new AppError('no-route', 'Nothing is served at this path.')
  allow(response, [])
  response.status(200).end()
}

/** What nobody foresaw needs a person; a store that cannot be reached usually comes back by itself. */
function answerFailure(context: Context): ErrorRequestHandler<unknown, unknown, unknown, unknown, Exchange> {
  const { logger, metrics } = context
  return (thrown: unknown, _request, response, _next) => {
    const error = toAppError(thrown)
    const { id, route, isPretty } = response.locals
    metrics.failed(error.kind)
    const fields = { request_id: id, route: route?.path, err: error.cause ?? error }
    if (error.kind === 'internal' || error.kind === 'upstream') logger.error(fields, error.message)
    if (error.kind === 'unavailable') logger.warn(fields, error.message)
    // Half an answer cannot be taken back; that it ends without its end says enough.
    if (response.headersSent) response.destroy()
    else sendError(response, toWireError(error), frameOf(response.locals, context), isPretty)
  }
}

/** The client's request id where it can go into headers and logs as it is, else a new one of 32 hex digits. */
function requestId(sent: string | undefined): string {
  return sent !== undefined && /^[\w.:@~+/=-]{1,128}$/.test(sent) ? sent : randomUUID().replaceAll('-', '')
}

function queryOf(url: string): Record<string, string> {
  const start = url.indexOf('?')
  return start === -1 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start)))
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    const message = 'a % in the path is not followed by the code of a character'
    throw validationError({ path: { invalid: { message, target: 'path' } } })
  }
}
