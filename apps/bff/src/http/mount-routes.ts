import type { Router } from 'express'
import type { Step } from './exchange.ts'
import type { Route } from './route.ts'

interface Steps {
  /** What a path does first, whatever the method; `routes` are all that it serves. */
  readonly receive: (routes: readonly Route[]) => Step
  readonly serve: (route: Route) => Step
}

const registers = { GET: 'get', PUT: 'put', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const

/**
 * Puts the table's rows on a router, path by path.
 * - `receive` comes in front of a path's rows and may make another method of the request
 * - a literal segment wins over a parameter: Express takes the first path that fits
 * Throws when two routes have the same method and shape.
 */
export function mountRoutes(router: Router, routes: readonly Route[], { receive, serve }: Steps): void {
  const byShape = new Map<string, Route[]>()
  for (const route of routes) {
    const shape = shapeOf(route.path)
    byShape.set(shape, [...(byShape.get(shape) ?? []), route])
  }
  for (const [, rows] of [...byShape].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [index, route] of rows.entries()) {
      if (index === 0) router.all(route.path, receive(rows))
      if (rows.findIndex(({ method }) => method === route.method) < index) {
        throw new Error(`Two routes serve ${route.method} ${route.path}.`)
      }
      router[registers[route.method]](route.path, serve(route))
    }
  }
}

/** A path without its parameters' names, which sorts them behind any literal. */
function shapeOf(path: string): string {
  return path.replaceAll(/:[^/]+/g, '\uffff')
}
