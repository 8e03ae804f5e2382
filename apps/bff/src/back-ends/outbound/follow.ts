import { BackEndError } from '../back-end-error.ts'
import type { Outbound, OutboundRequest, Reply } from './outbound.ts'

const mostRedirects = 10

interface Rules {
  /** Statuses that send the request on. */
  readonly statuses: readonly number[]
  /** Throws where a request must not go on to an address. */
  readonly check?: (url: URL) => void
}

/**
 * Sends a request and follows where it is sent on, with the same method and body.
 * - each address is checked like the first; credentials stay with the server they are for
 * - throws `BackEndError` for a loop, for more than ten redirects, and for one that leads nowhere
 */
export async function follow(
  outbound: Outbound,
  request: OutboundRequest,
  { statuses, check }: Rules,
  signal: AbortSignal,
): Promise<Reply> {
  const visited = new Set([request.url.href])
  let current = request
  for (;;) {
    const reply = await outbound.send(current, signal)
    if (!statuses.includes(reply.status)) return reply
    const url = locationOf(reply)
    if (visited.has(url.href)) throw new BackEndError('redirect_loop_detected', answered(reply))
    if (visited.size > mostRedirects) throw new BackEndError('too_many_redirects', answered(reply))
    check?.(url)
    visited.add(url.href)
    current = { ...current, url, ...(url.origin === current.url.origin ? {} : { headers: anonymous(current) }) }
  }
}

function locationOf(reply: Reply): URL {
  const { location } = reply.headers
  if (location === undefined || !URL.canParse(location, reply.url.href)) {
    throw new BackEndError('redirection_with_no_location', answered(reply))
  }
  return new URL(location, reply.url)
}

function answered({ status }: Reply) {
  return { code: status }
}

function anonymous({ headers = {} }: OutboundRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'))
}
