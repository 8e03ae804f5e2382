import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type { JsonObject, JsonValue } from '@strata/json'
import type { Response } from 'express'
import type { Context } from '#bff/context.ts'
import { createBreathe, forEachInSteps } from '#bff/scheduling/breathe.ts'
import { endOnceReceived } from './end-once-received.ts'
import { type EnvelopeFrame, errorEnvelope, successEnvelope } from './envelope.ts'
import type { WireError } from './errors.ts'
import type { Exchange } from './exchange.ts'
import { isNotModified } from './preconditions.ts'
import type { Answer, Method } from './route.ts'

/** How much of a list is written at a time. */
const charactersAPiece = 65_536
const node = createHash('md5').update(`strata@${hostname()}`).digest('base64url')

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
 * - a list is written in steps, as it may hold every account of a cluster
 */
export async function sendAnswer(
  response: Response,
  answer: Answer,
  { method, ifNoneMatch, isPretty, metadata, frame }: Circumstances,
): Promise<void> {
  const list = Array.isArray(answer.data) && answer.body === undefined ? await listText(answer.data) : undefined
  const etag = answer.etag ?? answer.revision ?? (list && (await digestOf(list, answer.envelope)))
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
  const { revision, envelope: extra = {} } = answer
  const data = list === undefined || isPretty ? answer.data : []
  const envelope = successEnvelope({ data, metadata, revision, extra }, frame)
  if (list === undefined || isPretty) return sendJson(response, envelope, isPretty)
  const { data: _, ...others } = envelope
  const rest = Buffer.from(JSON.stringify(others).slice(1))
  sendContent(response, Buffer.concat([Buffer.from('{"data":'), ...list, Buffer.from(','), rest]))
}

/** Sends an error in Crossbar's envelope. */
export function sendError(response: Response, error: WireError, frame: EnvelopeFrame, isPretty: boolean): void {
  sendJson(response.status(error.status), errorEnvelope(error, frame), isPretty)
}

/** What the envelope of an answer or a refusal says besides its data. */
export function frameOf(
  { id, session }: Exchange,
  { clock, version }: Pick<Context, 'clock' | 'version'>,
  answer?: Answer,
): EnvelopeFrame {
  const authToken = answer?.authToken ?? (session?.via === 'token' ? session.token : undefined)
  const isKnown = session !== undefined || authToken !== undefined
  return { requestId: id, node, now: clock(), version: isKnown ? version : undefined, authToken }
}

/** Cookies gather, as a session may have been renewed before; any other header has the handler's value alone. */
function setHeader(response: Response, name: string, value: string | readonly string[]): void {
  const values = typeof value === 'string' ? value : [...value]
  if (name.toLowerCase() === 'set-cookie') response.append(name, values)
  else response.set(name, values)
}

/** The JSON of a list, in pieces. */
async function listText(items: readonly JsonValue[]): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  let text = '['
  const write = (item: JsonValue) => {
    text += `${text === '[' && pieces.length === 0 ? '' : ','}${JSON.stringify(item)}`
    if (text.length < charactersAPiece) return
    pieces.push(Buffer.from(text))
    text = ''
  }
  await forEachInSteps(items, write)
  pieces.push(Buffer.from(`${text}]`))
  return pieces
}

async function digestOf(list: readonly Buffer[], envelope: JsonObject | undefined): Promise<string> {
  const hash = createHash('md5')
  const breathe = createBreathe()
  for (const piece of list) {
    hash.update(piece)
    await breathe()
  }
  return hash.update(JSON.stringify(envelope ?? null)).digest('hex')
}

function sendJson(response: Response, body: JsonObject | JsonValue, isPretty: boolean): void {
  sendContent(response, Buffer.from(isPretty ? `${JSON.stringify(body, null, 2)}\n` : JSON.stringify(body)))
}

function sendContent(response: Response, content: Buffer): void {
  // Express's own `set` would add a charset, which JSON does not have.
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', content.length)
  void endOnceReceived(response, content)
}
