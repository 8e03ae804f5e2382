import { randomBytes } from 'node:crypto'
import { type ErrorRequestHandler, Router } from 'express'
import type { Context } from '#bff/context.ts'
import { withPatience } from '#bff/couch/deadline.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { logServed } from './access-log.ts'
import { noBody } from './body.ts'
import { createBodyAllowance } from './body-allowance.ts'
import { allowOrigin } from './cors.ts'
import { toAppError, toWireError } from './errors.ts'
import { type Exchange, rootOf, type Step } from './exchange.ts'
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
  const allowance = createBodyAllowance(context)
  const router = Router({ caseSensitive: true })
  router.use(leaveOthers(routes))
  router.use(begin(context))
  router.use(admitOrigin(context))
  router.use(toServedPath)
  mountRoutes(router, routes, {
    receive: (ofPath) => receive(ofPath, allowance),
    serve: (route) => serve(route, context),
  })
  router.use(refusePath)
  router.use(answerFailure(context))
  return router
}

function leaveOthers(routes: readonly Route[]): Step {
  const roots = new Set(routes.map(({ path }) => rootOf(path)))
  return ({ path }, _response, next) => {
    const root = rootOf(path)
    next(roots.has(root) || versionRoot.test(root) ? undefined : 'router')
  }
}

function begin(context: Context): Step {
  return (request, response, next) => {
    const query = queryOf(request.url)
    const exchange: Exchange = {
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
    Object.assign(response.locals, exchange)
    response.set({ 'X-Request-ID': exchange.id, 'Cache-Control': 'no-store' })
    response.once('close', () => logServed(response, context))
    withPatience(storePatience, next)
  }
}

function admitOrigin({ config }: Context): Step {
  return (request, response, next) => {
    const root = rootOf(request.path)
    if (versionRoot.test(root)) {
      allowOrigin(response, { origin: request.get('origin'), allowed: config.corsOrigins })
    }
    if (root === 'v1') throw new AppError('gone', 'Version 1 of the API is gone: use /v2.')
    next()
  }
}

/**
 * The path as the routes spell it: empty segments are dropped, as Crossbar does, and what need not be encoded is not.
 * - `/v2/account/…` is served as the account that signed in: `serve` finds out which that is
 * - what a browser asks before a request is whether it may see the answer, also that the path is wrong
 */
const toServedPath: Step = (request, response, next) => {
  const raw = request.path.split('/').filter((segment) => segment !== '')
  const segments = request.method === 'OPTIONS' ? raw : raw.map(decode)
  const [version, resource, ...rest] = segments
  response.locals.isOwnAccount = version === 'v2' && resource === 'account'
  const served = response.locals.isOwnAccount ? ['v2', 'accounts', 'own', ...rest] : segments
  request.url = `/${served.map(encodeURIComponent).join('/')}`
  next()
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
  return sent !== undefined && /^[\w.:@~+/=-]{1,128}$/.test(sent) ? sent : randomBytes(16).toString('hex')
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
