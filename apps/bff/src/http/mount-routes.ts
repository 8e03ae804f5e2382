import { Router } from 'express'
import type { Step } from './exchange.ts'
import type { Route } from './route.ts'

interface Steps {
  /** What a path does first, whatever the method; `routes` are all that it serves. */
  readonly receive: (routes: readonly Route[]) => Step
  readonly serve: (route: Route) => Step
}

const registers = { GET: 'get', PUT: 'put', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const

/**
 * Puts the table's rows on a router, path by path, below one router a resource: Express tries the paths one after
 * another, so that a request should meet those of its own resource only.
 * - `receive` comes in front of a path's rows and may make another method of the request
 * - a literal segment wins over a parameter: Express takes the first path that fits
 * Throws when two routes have the same method and shape.
 */
export function mountRoutes(router: Router, routes: readonly Route[], steps: Steps): void {
  for (const [resource, rows] of grouped(routes, resourceOf)) {
    const below = Router({ caseSensitive: true })
    mountPaths(below, rows, resource, steps)
    router.use(resource, below)
  }
}

function mountPaths(router: Router, routes: readonly Route[], resource: string, { receive, serve }: Steps): void {
  for (const [, rows] of [...grouped(routes, shapeOf)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [index, route] of rows.entries()) {
      const path = route.path.slice(resource.length) || '/'
      if (index === 0) router.all(path, receive(rows))
      if (rows.findIndex(({ method }) => method === route.method) < index) {
        throw new Error(`Two routes serve ${route.method} ${route.path}.`)
      }
      router[registers[route.method]](path, serve(route))
    }
  }
}

/** The one or two literal segments that a path begins with. */
function resourceOf(path: string): string {
  return /^(?:\/[^:/]+){1,2}(?=\/|$)/.exec(path)?.[0] ?? ''
}

/** A path without its parameters' names, which sorts them behind any literal. */
function shapeOf(path: string): string {
  return path.replaceAll(/:[^/]+/g, '\uffff')
}

function grouped(routes: readonly Route[], keyOf: (path: string) => string): Map<string, Route[]> {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    const key = keyOf(route.path)
    groups.set(key, [...(groups.get(key) ?? []), route])
  }
  return groups
}
