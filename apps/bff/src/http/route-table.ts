import type { Method, Route } from './route.ts'

/** What the table serves under one path, by method. */
export interface RouteMatch {
  readonly methods: ReadonlyMap<string, Route>
  /** The path's parameters, by the names that this method's route gives them. */
  readonly params: (route: Route) => Record<string, string>
}

export interface RouteTable {
  /** Segments are decoded; a literal segment wins over a parameter. */
  find(segments: readonly string[]): RouteMatch | undefined
  /** First segments of all routes: what lies elsewhere is not the API's. */
  readonly roots: ReadonlySet<string>
}

interface Node {
  readonly literals: Map<string, Node>
  readonly methods: Map<Method, Route>
  parameter: Node | undefined
}

/** The routes as a tree of path segments. Throws when two routes have the same method and shape. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const root = createNode()
  for (const route of routes) {
    const node = segmentsOf(route.path).reduce(descend, root)
    if (node.methods.has(route.method)) throw new Error(`Two routes serve ${route.method} ${route.path}.`)
    node.methods.set(route.method, route)
  }
  return {
    roots: new Set(root.literals.keys()),
    find(segments) {
      const node = walk(root, segments)
      return node && { methods: node.methods, params: (route) => paramsOf(route, segments) }
    },
  }
}

function createNode(): Node {
  return { literals: new Map(), methods: new Map(), parameter: undefined }
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function descend(node: Node, segment: string): Node {
  if (segment.startsWith(':')) {
    node.parameter ??= createNode()
    return node.parameter
  }
  const existing = node.literals.get(segment)
  if (existing !== undefined) return existing
  const created = createNode()
  node.literals.set(segment, created)
  return created
}

function walk(node: Node | undefined, segments: readonly string[]): Node | undefined {
  const [segment, ...rest] = segments
  if (node === undefined) return undefined
  if (segment === undefined) return node.methods.size > 0 ? node : undefined
  return walk(node.literals.get(segment), rest) ?? walk(node.parameter, rest)
}

function paramsOf(route: Route, segments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    segmentsOf(route.path).flatMap((name, index) =>
      name.startsWith(':') ? [[name.slice(1), segments[index] ?? '']] : [],
    ),
  )
}
