import type { Context } from '#bff/context.ts'
import type { Route } from '#bff/http/route.ts'
import { consoleSessionRoutes } from './console-routes.ts'
import { tokenRoutes } from './token-routes.ts'

/** Signing in and out, by token and by cookie. */
export function sessionRoutes(context: Context): Route[] {
  return [...tokenRoutes(context), ...consoleSessionRoutes(context)]
}
