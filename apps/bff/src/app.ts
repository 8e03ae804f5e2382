import compression from 'compression'
import express, { type Express } from 'express'
import type { Context } from './context.ts'
import { aboutRoutes } from './features/about/routes.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { userRoutes } from './features/accounts/users/routes.ts'
import { backupRoutes } from './features/backup/routes.ts'
import { operationsRoutes } from './features/operations/routes.ts'
import { schemaRoutes } from './features/schemas/routes.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { storageRoutes } from './features/storage/routes.ts'
import { systemConfigRoutes } from './features/system-configs/routes.ts'
import { topologyRoutes } from './features/topology/routes.ts'
import { api } from './http/api.ts'
import { plainError } from './http/plain-error.ts'
import type { Route } from './http/route.ts'
import { securityHeaders } from './http/security-headers.ts'
import { singlePageApp } from './http/single-page-app.ts'

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
    ...sessionRoutes(context),
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
