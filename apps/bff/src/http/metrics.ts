import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { ErrorKind } from '#bff/errors/app-error.ts'

/** One request as the metrics count it. */
interface Served {
  readonly method: string
  /** The route's path with its parameters' names, so that the number of routes stays bounded. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** What Prometheus may know about this process. */
export type Metrics = ReturnType<typeof createMetrics>

/** How long a text is good for; whoever asks more often gets the same again (milliseconds). */
const textLifetime = 1000

/**
 * The counters behind `/metrics`.
 * - times are spread over buckets by method and class of status only: each further label multiplies the text; what a
 *   single route takes on average is its seconds over its requests
 */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'strata_http_request_duration_seconds',
    help: 'Time to answer, by method and class of status',
    labelNames: ['method', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 5],
    registers,
  })
  const requests = new Counter({
    name: 'strata_http_requests_total',
    help: 'Requests, by method, route and class of status; 499 counts clients that left before their answer',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  })
  const seconds = new Counter({
    name: 'strata_http_request_seconds_total',
    help: 'Time to answer in all, by method and route',
    labelNames: ['method', 'route'] as const,
    registers,
  })
  const storeErrors = new Counter({
    name: 'strata_store_errors_total',
    help: 'Requests that the store failed, by kind: it could not be reached, or it answered with a fault',
    labelNames: ['kind'] as const,
    registers,
  })
  const text = createCachedText(() => registry.metrics())
  return {
    served({ method, route, status: exact, seconds: time }: Served): void {
      const status = exact === 499 ? '499' : `${Math.trunc(exact / 100)}xx`
      durations.observe({ method, status }, time)
      requests.inc({ method, route, status })
      seconds.inc({ method, route }, time)
    },
    failed(kind: ErrorKind): void {
      if (kind === 'unavailable' || kind === 'upstream') storeErrors.inc({ kind })
    },
    text: async (): Promise<{ type: string; content: string }> => ({
      type: registry.contentType,
      content: await text(),
    }),
  }
}

function createCachedText(make: () => Promise<string>): () => Promise<string> {
  let made: { readonly at: number; readonly text: Promise<string> } | undefined
  return () => {
    const now = performance.now()
    if (made === undefined || now - made.at > textLifetime) made = { at: now, text: make() }
    return made.text
  }
}
