import type { Logger } from '#bff/logging/logger.ts'
import type { StepResponse } from './exchange.ts'
import type { Metrics } from './metrics.ts'

/** Routes that machines ask every few seconds. */
const probes: readonly string[] = ['/healthz', '/readyz', '/metrics']
/** What pages in sight ask as often. */
const pulse = 'GET /console/session'

/** One line and one observation for a request that ended; neither bodies nor queries, which may hold secrets. */
export function logServed(
  { locals, statusCode, writableFinished }: StepResponse,
  logger: Logger,
  metrics: Metrics,
): void {
  const { id, startedAt, method, path, route, session } = locals
  const ms = performance.now() - startedAt
  const status = writableFinished ? statusCode : 499
  metrics.served({ method: route?.method ?? 'none', route: route?.path ?? 'none', status, seconds: ms / 1000 })
  const line = {
    request_id: id,
    method,
    path: loggablePath(path),
    status,
    ms: Math.round(ms * 10) / 10,
    account_id: session?.accountId,
    user_id: session?.userId,
  }
  // An answer that names its request is found in the log.
  const isQuiet = probes.includes(path) || (`${method} ${path}` === pulse && status < 400)
  logger[isQuiet ? 'debug' : 'info'](line, 'request')
}

/**
 * A path without what somebody may have put into it that signs in: anything that looks like a token. A match can only
 * begin where a word does: otherwise a path of one long word costs the square of its length.
 */
export function loggablePath(path: string): string {
  return path.replace(/(?<![\w-])[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g, '***')
}
