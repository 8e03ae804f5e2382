import type { ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { ApiError, kindOfStatus } from './api-error.ts'

/** What a request gave: the envelope's `data` and what stands beside it. */
export interface ApiAnswer<Data> {
  data: Data
  /** Of the one document that was answered. */
  revision: string | undefined
  requestId: string
  /** Where the next page of a list begins. */
  nextStartKey: string | undefined
}

export interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>
  signal?: AbortSignal | undefined
  /** Revision the write stands on; the server answers a conflict when it is another. */
  ifMatch?: string | undefined
  /** Tag of what is known already; see `getChanged`. */
  ifNoneMatch?: string | undefined
}

/** Milliseconds. */
const LONGEST_SIGN_OUT = 10_000

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
type Body = object | JsonValue

export interface ApiClient {
  get<Data>(path: string, options?: RequestOptions): Promise<ApiAnswer<Data>>
  /** What `path` answers and the tag of that; undefined where it is still what `ifNoneMatch` names. */
  getChanged<Data>(
    path: string,
    options?: RequestOptions,
  ): Promise<{ data: Data; etag: string | undefined } | undefined>
  put<Data>(path: string, data: Body, options?: RequestOptions): Promise<ApiAnswer<Data>>
  post<Data>(path: string, data: Body, options?: RequestOptions): Promise<ApiAnswer<Data>>
  patch<Data>(path: string, data: Body, options?: RequestOptions): Promise<ApiAnswer<Data>>
  delete<Data>(path: string, options?: RequestOptions): Promise<ApiAnswer<Data>>
  /** A write that is answered line by line: gives each as it comes, and is done when the answer ends. */
  postForLines<Line>(path: string, data: Body, onLine: (line: Line) => void, options?: RequestOptions): Promise<void>
  /** Sent with every write from now on. */
  setCsrfToken(token: string | undefined): void
  /**
   * Ends the session by a DELETE of `path`.
   * - whatever else is asked from now on waits, as it would be refused where nobody is signed in; who is signed in can
   *   be asked again once it is clear
   * - it goes on when the session could not be ended, and otherwise never: what asked is about to leave the screen,
   *   and nothing of it may be done in the name of who signs in next
   */
  endSession(path: string): Promise<void>
  /** Calls `listener` whenever the server says that nobody is signed in. Gives the way to stop. */
  onUnauthenticated(listener: () => void): () => void
}

/**
 * The one place that speaks the envelope: puts `data` into a body, unwraps answers, turns failures into `ApiError`.
 * - cookies carry the session; writes carry the CSRF token beside it
 * - an aborted request rejects with the signal's own reason, never with an `ApiError`
 */
export function createApiClient(fetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args)): ApiClient {
  let csrfToken: string | undefined
  let ending: { path: string; settled: Promise<unknown>; hasFailed: Promise<void> } | undefined
  const listeners = new Set<() => void>()

  async function exchange(method: Method, path: string, body: Body | undefined, options: RequestOptions) {
    if (ending !== undefined && !(method === 'DELETE' && path === ending.path)) {
      await (path === ending.path ? ending.settled : ending.hasFailed)
    }
    return send(fetch, `${path}${queryString(options.query)}`, {
      method,
      headers: headersOf(method, body, options, csrfToken),
      body: body === undefined ? null : JSON.stringify({ data: body }),
      credentials: 'same-origin',
      signal: options.signal ?? null,
    })
  }

  async function request<Data>(method: Method, path: string, body: Body | undefined, options: RequestOptions = {}) {
    return answerOf<Data>(await exchange(method, path, body, options), options)
  }

  async function answerOf<Data>(response: Response, { signal }: RequestOptions): Promise<ApiAnswer<Data>> {
    const envelope = await readEnvelope(response, signal)
    if (response.ok && envelope !== undefined) return toAnswer<Data>(envelope)
    throw refusal(response, envelope)
  }

  function refusal(response: Response, envelope: JsonObject | undefined): ApiError {
    if (response.status === 401) for (const listener of listeners) listener()
    return toError(response, envelope)
  }

  /** Without an answer nothing of the page would go on, so it is not waited for as long as for others. */
  async function endedSession(path: string): Promise<void> {
    const signal = AbortSignal.timeout(LONGEST_SIGN_OUT)
    try {
      await request('DELETE', path, undefined, { signal })
    } catch (error) {
      if (signal.aborted) throw new ApiError('The server does not answer.', { kind: 'offline', cause: error })
      // It was ended before: in another tab, or by its time.
      if (!(error instanceof ApiError && error.kind === 'unauthenticated')) throw error
    }
  }

  return {
    get: (path, options) => request('GET', path, undefined, options),
    getChanged: async <Data>(path: string, options: RequestOptions = {}) => {
      const response = await exchange('GET', path, undefined, options)
      if (response.status === 304) return undefined
      const { data } = await answerOf<Data>(response, options)
      return { data, etag: response.headers.get('ETag') ?? undefined }
    },
    put: (path, data, options) => request('PUT', path, data, options),
    post: (path, data, options) => request('POST', path, data, options),
    patch: (path, data, options) => request('PATCH', path, data, options),
    delete: (path, options) => request('DELETE', path, undefined, options),
    postForLines: async (path, data, onLine, options = {}) => {
      const response = await exchange('POST', path, data, options)
      if (!response.ok) throw refusal(response, await readEnvelope(response, options.signal))
      await readLines(response, onLine, options.signal)
    },
    setCsrfToken: (token) => {
      csrfToken = token
      ending = undefined
    },
    endSession: async (path) => {
      const ended = endedSession(path)
      const hasFailed = new Promise<void>((goOn) => {
        ended.catch(() => {
          ending = undefined
          goOn()
        })
      })
      ending = { path, settled: Promise.allSettled([ended]), hasFailed }
      await ended
      csrfToken = undefined
    },
    onUnauthenticated: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The page's own client. */
export const api = createApiClient()

async function send(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    if (init.signal?.aborted) throw init.signal.reason
    throw new ApiError('The server does not answer.', { kind: 'offline', cause })
  }
}

/** The envelope, or undefined where the answer is none: a proxy's page, or a body cut off. */
async function readEnvelope(response: Response, signal: AbortSignal | undefined): Promise<JsonObject | undefined> {
  try {
    const body: unknown = await response.json()
    return isJsonObject(body) ? body : undefined
  } catch {
    if (signal?.aborted) throw signal.reason
    return undefined
  }
}

/** Gives every whole line of an answer, as the JSON that it is. */
async function readLines<Line>(response: Response, onLine: (line: Line) => void, signal: AbortSignal | undefined) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      const lines = `${rest}${part.value}`.split('\n')
      rest = lines.pop() ?? ''
      // As for the data of an envelope, the server's types and these are the same ones.
      for (const line of lines) onLine(JSON.parse(line) as Line)
    }
  } catch (cause) {
    if (signal?.aborted) throw signal.reason
    throw new ApiError('The answer was cut off.', { kind: 'offline', cause })
  }
}

function headersOf(method: Method, body: Body | undefined, options: RequestOptions, csrfToken: string | undefined) {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (method !== 'GET' && csrfToken !== undefined) headers['X-CSRF-Token'] = csrfToken
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`
  if (options.ifNoneMatch !== undefined) headers['If-None-Match'] = options.ifNoneMatch
  return headers
}

function queryString(query: RequestOptions['query'] = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
  return parameters.size === 0 ? '' : `?${parameters}`
}

function toAnswer<Data>(envelope: JsonObject): ApiAnswer<Data> {
  return {
    // The server's types and these are the same ones (@strata/api-types); nothing checks them again on the way.
    data: envelope.data as Data,
    revision: text(envelope.revision),
    requestId: text(envelope.request_id) ?? '',
    nextStartKey: text(envelope.next_start_key),
  }
}

function toError(response: Response, envelope: JsonObject | undefined): ApiError {
  const data = isJsonObject(envelope?.data) ? envelope.data : {}
  const name = text(envelope?.message)
  return new ApiError(text(data.message) ?? name ?? `The server answered with status ${response.status}.`, {
    kind: envelope === undefined && response.ok ? 'unexpected' : kindOfStatus(response.status),
    status: response.status,
    name,
    validation: response.status === 400 ? validationOf(data) : undefined,
    requestId: text(envelope?.request_id) ?? response.headers.get('X-Request-ID') ?? undefined,
    revision: text(envelope?.revision),
    data,
  })
}

/** Paths whose entry is an object of keywords; anything else in `data` is not about a field. */
function validationOf(data: JsonObject): ValidationErrors | undefined {
  const entries = Object.entries(data).flatMap(([path, keywords]) => {
    if (!isJsonObject(keywords)) return []
    const details = Object.entries(keywords).flatMap(([keyword, detail]) =>
      isJsonObject(detail) ? [[keyword, detail] as const] : [],
    )
    return details.length === 0 ? [] : [[path, Object.fromEntries(details)] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
