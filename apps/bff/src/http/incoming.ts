import type { Request } from 'express'
import { AppError } from '#bff/errors/app-error.ts'
import { type Body, noBody, readBody } from './body.ts'
import type { BodyAllowance } from './body-allowance.ts'
import { type Exchange, isSecure } from './exchange.ts'
import { hasBody } from './has-body.ts'
import { pathSegments } from './path-segments.ts'
import { type Admitted, findServed, type Incoming, type Observer } from './pipeline.ts'
import { readRaw } from './read-raw.ts'
import { createRequest, isTruth, lookUp } from './request.ts'
import type { ApiRequest } from './route.ts'

/**
 * Reads a request, and its body last: not where nothing is served, and no more of it than its sender may bring.
 * - notes on the way how the answer is to be printed, and on the answer that the body had no type
 */
export async function readIncoming(exchange: Exchange, observer: Observer): Promise<Incoming> {
  const { request, response, progress, table, allowance } = exchange
  const query = queryOf(request.url)
  const isPretty = (body: Pick<Body, 'data' | 'envelope'>) =>
    isTruth(lookUp('pretty_print', { ...body, query }) ?? request.get('x-pretty-print'))
  progress.isPretty = isPretty(noBody)
  const segments = pathSegments(request.path)
  const head = { method: request.method, segments, query, header: headerOf(request), host: request.host }
  const match = findServed(head, { hasBody: hasBody(request), table, observer })
  const type = request.get('content-type')
  const body = hasBody(request)
    ? await readAllowed(request, type, await allowance(head, match))
    : await readBody(new Uint8Array(), type, { values: 0, names: 0 })
  if (body.isUntyped) response.set('X-RFC2616', 'no Content-Type, read as application/json')
  progress.isPretty = isPretty(body)
  return { ...head, body }
}

async function readAllowed(request: Request, type: string | undefined, allowance: BodyAllowance): Promise<Body> {
  const { bytes, budget, refusal } = allowance
  const read = () => readRaw(request, bytes)
  const { 'content-encoding': encoding, 'content-length': length } = request.headers
  const expected = encoding === undefined && length !== undefined ? Math.min(Number(length), bytes) : bytes
  try {
    const raw = await (budget === undefined ? read() : budget.spend(expected, () => request.destroy(), read))
    return await readBody(raw, type, allowance)
  } catch (error) {
    throw refusal !== undefined && error instanceof AppError && error.kind === 'too-large' ? refusal : error
  }
}

/** The request as its handler sees it. */
export function toApiRequest(
  exchange: Exchange,
  { query, body, header }: Incoming,
  { method, params, session }: Admitted,
): ApiRequest {
  const { request, progress, context } = exchange
  return createRequest({
    id: progress.id,
    method,
    path: request.path,
    params,
    query,
    data: body.data,
    envelope: body.envelope,
    session,
    redact: session?.via === 'cookie' || context.config.redactSecrets === 'always',
    client: { address: request.ip ?? '', isSecure: isSecure(exchange) },
    header,
  })
}

function queryOf(url: string): Record<string, string> {
  const start = url.indexOf('?')
  return start === -1 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start)))
}

function headerOf(request: Request): (name: string) => string | undefined {
  return (name) => {
    const value = request.headers[name.toLowerCase()]
    return Array.isArray(value) ? value.join(', ') : value
  }
}
