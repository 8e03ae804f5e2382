import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** An answer as tests look at it. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** The text as it came. */
  readonly text: string
  /** The envelope; `{}` for answers that are not JSON. */
  readonly body: JsonObject
  /** The envelope with everything that changes from run to run replaced by its name in braces. */
  readonly masked: JsonObject
}

export interface Options {
  readonly headers?: Record<string, string>
}

type WithBody = (path: string, data?: JsonValue, options?: Options) => Promise<Reply>
type WithoutBody = (path: string, options?: Options) => Promise<Reply>

/** Speaks to the API as one caller; `data` is put into the envelope. */
export interface Client {
  readonly get: WithoutBody
  readonly put: WithBody
  readonly post: WithBody
  readonly patch: WithBody
  readonly delete: WithBody
  /** Sends a body as it is. */
  readonly send: (method: string, path: string, body?: string | Uint8Array, options?: Options) => Promise<Reply>
}

const volatile = ['request_id', 'timestamp', 'node', 'version', 'auth_token', 'revision']

interface ClientOptions {
  /** Saves of storage documents ask to skip the test of their back-ends. */
  readonly savesUntested?: boolean
}

/** A client that sends these headers with every request. */
export function createClient(
  baseUrl: string,
  always: Record<string, string>,
  { savesUntested = false }: ClientOptions = {},
): Client {
  const send: Client['send'] = async (method, path, body, { headers = {} } = {}) => {
    const isUntested = savesUntested && method !== 'GET' && /^\/v2\/.*\bstorage$/.test(path)
    const response = await fetch(baseUrl + path + (isUntested ? '?validate_settings=false' : ''), {
      method,
      headers: { ...always, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    return toReply(response)
  }
  const withBody =
    (method: string): WithBody =>
    (path, data, options = {}) => {
      const body = data === undefined ? undefined : JSON.stringify({ data })
      const headers = { 'content-type': 'application/json', ...options.headers }
      return send(method, path, body, { headers })
    }
  return {
    send,
    get: (path, options) => send('GET', path, undefined, options),
    put: withBody('PUT'),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    delete: withBody('DELETE'),
  }
}

/** Replaces what changes from run to run. */
export function mask(envelope: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(envelope).map(([key, value]) => [key, volatile.includes(key) ? `{${key}}` : value]),
  )
}

async function toReply(response: Response): Promise<Reply> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
  const parsed: JsonValue = isJson ? JSON.parse(text) : {}
  const body = isJsonObject(parsed) ? parsed : {}
  return { status: response.status, headers: response.headers, text, body, masked: mask(body) }
}
