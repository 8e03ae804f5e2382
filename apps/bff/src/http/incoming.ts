import type { Request } from 'express'
import { readBody } from './body.ts'
import { type Exchange, isSecure } from './exchange.ts'
import type { Admitted, Incoming } from './pipeline.ts'
import { readRaw } from './read-raw.ts'
import { createRequest, isTruth, lookUp } from './request.ts'
import type { ApiRequest } from './route.ts'

/** Reads query and body. Notes on the way how the answer is to be printed, and on the answer that no type was given. */
export async function readIncoming(
  { request, response, progress }: Exchange,
  segments: readonly string[],
  maxBytes: number,
): Promise<Incoming> {
  const query = queryOf(request.url)
  const body = readBody(await readRaw(request, response, maxBytes), request.get('content-type'))
  if (body.isUntyped) response.set('X-RFC2616', 'no Content-Type, read as application/json')
  progress.isPretty = isTruth(lookUp('pretty_print', { ...body, query }) ?? request.get('x-pretty-print'))
  return { method: request.method, segments, query, body, header: headerOf(request), host: request.host }
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
