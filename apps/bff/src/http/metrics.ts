import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { ErrorKind } from '#bff/errors.ts'

/** One request as the metrics count it. */
interface Served {
  readonly method: string
  /** The route's path with its parameters' names, so that their number stays bounded. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** What Prometheus may know about this process. */
export interface Metrics {
  served(request: Served): void
  failed(kind: ErrorKind): void
  text(): Promise<{ type: string; content: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'strata_http_request_duration_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const storeErrors = new Counter({
    name: 'strata_store_errors_total',
    help: 'Requests that the store failed, by kind: it could not be reached, or it answered with a fault',
    labelNames: ['kind'] as const,
    registers: [registry],
  })
  return {
    served: ({ method, route, status, seconds }) => durations.observe({ method, route, status }, seconds),
    failed(kind) {
      if (kind === 'unavailable' || kind === 'upstream') storeErrors.inc({ kind })
    },
    text: async () => ({ type: registry.contentType, content: await registry.metrics() }),
  }
}
