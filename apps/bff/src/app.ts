import { join } from 'node:path'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express'
import helmet from 'helmet'
import type { Context } from './context.ts'
import { aboutRoutes } from './features/about/routes.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { userRoutes } from './features/accounts/users/routes.ts'
import { backupRoutes } from './features/backup/routes.ts'
import { operationsRoutes } from './features/operations/routes.ts'
import { schemaRoutes } from './features/schemas/routes.ts'
import { consoleSessionRoutes } from './features/session/console-routes.ts'
import { tokenRoutes } from './features/session/token-routes.ts'
import { storageRoutes } from './features/storage/routes.ts'
import { systemConfigRoutes } from './features/system-configs/routes.ts'
import { topologyRoutes } from './features/topology/routes.ts'
import { api } from './http/api.ts'
import type { Route } from './http/route.ts'
import type { Logger } from './logging/logger.ts'

/** The whole server: what is served, and what every answer passes through, in order. */
export function createApp(context: Context): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', context.config.trustedProxies)
  app.use(securityHeaders({ isHttps: context.config.publicUrl?.startsWith('https:') ?? false }))
  app.use(compression())
  app.use(api(apiRoutes(context), context))
  if (context.webRoot !== undefined) app.use(singlePageApp(context.webRoot))
  app.use((_request, response) => response.status(404).type('text').send('Nothing is served at this address.\n'))
  app.use(plainError(context.logger))
  return app
}

/** Everything that is answered in the envelope, as one table. */
export function apiRoutes(context: Context): Route[] {
  return [
    ...tokenRoutes(context),
    ...consoleSessionRoutes(context),
    ...accountRoutes(context),
    ...userRoutes(context),
    ...systemConfigRoutes(context),
    ...topologyRoutes(context),
    ...storageRoutes(context),
    ...schemaRoutes(context),
    ...aboutRoutes(context),
    ...operationsRoutes(context),
    ...backupRoutes(context),
  ]
}

/** The last resort for what is served outside the envelope: files and the page. Says no more than the status. */
function plainError(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error }, 'A file could not be served.')
    response.status(status).type('text').send('This address could not be served.\n')
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 600 ? status : 500
}

/** Headers that keep pages to what Strata itself serves: no foreign or inline code, no inline styles, no framing. */
function securityHeaders({ isHttps }: { isHttps: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps,
  })
}

/**
 * Serves the built browser application: its files, and its page for every other address that a browser navigates to.
 * - files under `assets/` carry their digest in their name and never change
 */
function singlePageApp(webRoot: string): RequestHandler {
  const router = Router()
  router.use('/assets', express.static(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  router.use(express.static(webRoot, { index: false }))
  router.get('/*path', sendPage(webRoot))
  router.get('/', sendPage(webRoot))
  return router
}

function sendPage(webRoot: string): RequestHandler {
  return (request, response, next) => {
    const isNavigation = !request.path.startsWith('/assets/') && request.accepts(['html']) !== false
    if (isNavigation) response.sendFile('index.html', { root: webRoot, headers: { 'Cache-Control': 'no-cache' } })
    else next()
  }
}
