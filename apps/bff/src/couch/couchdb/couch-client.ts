import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import PQueue from 'p-queue'
import { Pool } from 'undici'
import { AppError } from '#bff/errors/app-error.ts'
import { askInTime } from '../deadline.ts'
import { refusedCredentials } from './refused-credentials.ts'

/**
 * Requests on their way at once. CouchDB locks a user out at the fifth refused password: fewer may be on their way when
 * somebody changes it, one answer without an end that is being opened among them.
 */
const atOnce = 3

const notOfCouchDb = 'the answer is not one of CouchDB'

export interface CouchRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** Below the server's address, encoded. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: JsonValue
}

/** What CouchDB answered: any status that is not the server's own failure. */
export interface CouchAnswer {
  readonly status: number
  readonly body: JsonValue
}

export interface CouchOptions {
  readonly now?: () => number
  readonly onRefused?: (error: AppError) => void
}

/** One CouchDB, spoken to. `unavailable` while it gives no answer, `upstream` for one that is not CouchDB's. */
export type CouchClient = ReturnType<typeof createCouchClient>

/** A client of `http://user:password@host:5984`. The password is in no URL, and therefore in no error and no log. */
export function createCouchClient(address: string, { now = Date.now, onRefused = () => undefined }: CouchOptions = {}) {
  const url = new URL(address)
  const { host } = url
  const base = url.pathname.replace(/\/+$/, '')
  const pool = new Pool(url.origin, { connections: atOnce, pipelining: 1, keepAliveTimeout: 30_000 })
  const queue = new PQueue({ concurrency: atOnce })
  const endless = new Pool(url.origin, { pipelining: 1, headersTimeout: 0, bodyTimeout: 0 })
  const openings = new PQueue({ concurrency: 1 })
  const credentials = refusedCredentials({ host, now, onRefused })
  const authorization = basicCredentials(url)
  const headers = { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) }

  async function send(request: CouchRequest, signal: AbortSignal, isRepeat = false): Promise<Answer> {
    const { method, path, query = {}, body } = request
    credentials.admit()
    const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const search = asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`
    try {
      const response = await pool.request({
        method,
        path: `${base}/${path}${search}`,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? null : JSON.stringify(body),
        signal,
      })
      const bytes = Buffer.from(await response.body.arrayBuffer())
      return { status: response.statusCode, bytes }
    } catch (error) {
      // A connection that idled may be closed by the other side just as it is used. Repeating a read harms nobody.
      if (!isRepeat && isClosedConnection(error) && isRead(method, path)) {
        return send(request, signal, true)
      }
      throw unreachable(host, reasonOf(error), error)
    }
  }

  /** Throws for an answer that says nothing about what was asked. */
  function judge({ status, bytes }: Answer): void {
    if (status === 401 || status === 403) throw credentials.refused(status, reasonIn(bytes))
    if (status >= 502 && status <= 504) throw unreachable(host, `status ${status}`)
    if (status >= 500) throw fault(host, status, reasonIn(bytes))
  }

  /** What a request brought is judged before the next one may go out. */
  async function sendAndJudge(request: CouchRequest, signal: AbortSignal): Promise<Answer> {
    const found = await send(request, signal)
    judge(found)
    credentials.accepted()
    return found
  }

  async function open(path: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    credentials.requireAccepted()
    const { statusCode: status, body } = await endless
      .request({ method: 'GET', path: `${base}/${path}`, headers, signal })
      .catch((error: unknown) => {
        throw unreachable(host, reasonOf(error), error)
      })
    if (status === 200) return body
    const bytes = Buffer.from(await body.arrayBuffer())
    judge({ status, bytes })
    throw fault(host, status, reasonIn(bytes))
  }

  /** Waiting for those before it is part of the time that a request has. */
  function answer(request: CouchRequest): Promise<Answer> {
    return askInTime((signal) => queue.add(() => sendAndJudge(request, signal), { signal, throwOnTimeout: true }))
  }

  return {
    /** Where it is, for people. */
    host,
    async ask(request: CouchRequest): Promise<CouchAnswer> {
      const { status, bytes } = await answer(request)
      const body = parsed(bytes)
      if (body === undefined || (status === 404 && !saysMissing(body))) throw fault(host, status, notOfCouchDb)
      return { status, body }
    },
    /** The bytes of an attachment; undefined where there is none. */
    async bytes(path: string): Promise<Uint8Array | undefined> {
      const { status, bytes } = await answer({ method: 'GET', path })
      if (status === 404 && saysMissing(parsed(bytes))) return undefined
      if (status !== 200) throw fault(host, status, reasonIn(bytes) || notOfCouchDb)
      return bytes
    },
    /**
     * What comes of an answer that has no end, on a connection that takes no other's place. Nothing but `signal` ends the
     * waiting for it. Throws as `ask`, and where the status is not 200; sends no password that was refused.
     */
    listen: (path: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> =>
      openings.add(() => open(path, signal), { signal, throwOnTimeout: true }),
    /** Lets what was asked be answered; answers without an end break off. */
    async close(): Promise<void> {
      if (pool.closed) return
      await Promise.all([pool.close(), endless.destroy()])
    },
  }
}

interface Answer {
  readonly status: number
  readonly bytes: Buffer
}

function basicCredentials({ username, password }: URL): string | undefined {
  if (username === '') return undefined
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}

function isRead(method: string, path: string): boolean {
  return method === 'GET' || (method === 'POST' && path.endsWith('/_all_docs'))
}

function isClosedConnection(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(error.code))
  )
}

function parsed(bytes: Buffer): JsonObject | JsonValue[] | undefined {
  try {
    const value: JsonValue = JSON.parse(bytes.toString())
    return isJsonObject(value) || Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Something between here and CouchDB may know nothing of a path either; that says nothing about a document. */
function saysMissing(body: JsonValue | undefined): boolean {
  return isJsonObject(body) && body.error === 'not_found'
}

/** CouchDB's own words for a failure. */
function reasonIn(bytes: Buffer): string {
  const body = parsed(bytes)
  return isJsonObject(body) && typeof body.reason === 'string' ? body.reason : ''
}

/** The error for an answer that nobody foresaw. */
export function unexpected({ host }: CouchClient, status: number, body: JsonValue): AppError {
  const reason = isJsonObject(body) && typeof body.reason === 'string' ? body.reason : notOfCouchDb
  return fault(host, status, reason)
}

/** A fault of the server itself. A full disk is one that passes. */
function fault(host: string, status: number, reason: string): AppError {
  if (/enospc|no space left/i.test(reason)) {
    const advice = 'Nothing was stored: make room, then try again.'
    return new AppError('no-room', `The disk of CouchDB at ${host} is full. ${advice}`)
  }
  const said = reason === '' ? '' : `: ${reason}`
  return new AppError('upstream', `CouchDB at ${host} answered unexpectedly (${status})${said}.`)
}

function unreachable(host: string, reason: string, cause?: unknown): AppError {
  return new AppError('unavailable', `CouchDB at ${host} cannot be reached (${reason}).`, { cause })
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
