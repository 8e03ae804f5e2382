import { createHash } from 'node:crypto'
import type { JsonObject, JsonValue } from '@strata/json'
import type { Response } from 'express'
import { endOnceReceived } from './end-once-received.ts'
import { type EnvelopeFrame, errorEnvelope, successEnvelope } from './envelope.ts'
import type { WireError } from './errors.ts'
import { isNotModified } from './preconditions.ts'
import type { Answer, Method } from './route.ts'

interface Circumstances {
  readonly method: Method
  readonly ifNoneMatch: string | undefined
  readonly isPretty: boolean
  readonly metadata: JsonObject | undefined
  readonly frame: EnvelopeFrame
}

/**
 * Sends what a handler gave back.
 * - `ETag` is the answer's own, else its revision, else for lists a digest of what is sent
 * - a GET whose `If-None-Match` names that tag gets 304 and nothing else
 */
export function sendAnswer(
  response: Response,
  answer: Answer,
  { method, ifNoneMatch, isPretty, metadata, frame }: Circumstances,
) {
  const etag = answer.etag ?? answer.revision ?? listTag(answer)
  if (etag !== undefined) response.set('ETag', `"${etag}"`)
  if (answer.location !== undefined) response.set('Location', answer.location)
  for (const [name, value] of Object.entries(answer.headers ?? {})) setHeader(response, name, value)
  if (method === 'GET' && isNotModified(ifNoneMatch, etag)) {
    response.status(304).end()
    return
  }
  response.status(answer.status ?? (method === 'PUT' ? 201 : 200))
  if (answer.body !== undefined) {
    response.set('Content-Type', answer.body.type).end(answer.body.content)
    return
  }
  const { data, revision, envelope: extra = {} } = answer
  sendJson(response, successEnvelope({ data, metadata, revision, extra }, frame), isPretty)
}

/** Sends an error in Crossbar's envelope. */
export function sendError(response: Response, error: WireError, frame: EnvelopeFrame, isPretty: boolean): void {
  sendJson(response.status(error.status), errorEnvelope(error, frame), isPretty)
}

/** Cookies gather, as a session may have been renewed before; any other header has the handler's value alone. */
function setHeader(response: Response, name: string, value: string | readonly string[]): void {
  const values = typeof value === 'string' ? value : [...value]
  if (name.toLowerCase() === 'set-cookie') response.append(name, values)
  else response.set(name, values)
}

function listTag({ data, envelope }: Answer): string | undefined {
  if (!Array.isArray(data)) return undefined
  return createHash('md5')
    .update(JSON.stringify([data, envelope ?? null]))
    .digest('hex')
}

function sendJson(response: Response, body: JsonObject | JsonValue, isPretty: boolean): void {
  const content = Buffer.from(isPretty ? `${JSON.stringify(body, null, 2)}\n` : JSON.stringify(body))
  // Express's own `set` would add a charset, which JSON does not have.
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', content.length)
  void endOnceReceived(response, content)
}
