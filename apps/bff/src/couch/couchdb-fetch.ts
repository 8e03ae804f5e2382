import { AppError } from '#bff/errors.ts'

/** A server that says nothing for this long counts as unreachable (milliseconds). */
const TIMEOUT = 30_000

/** `fetch` towards one CouchDB: signed in, bounded in time, and failing in the server's own vocabulary. */
export type CouchFetch = (url: string, options?: RequestInit) => Promise<Response>

/**
 * Splits `http://user:password@host:5984` into the address and a `fetch` that knows the password, so that the password
 * is in no URL and therefore in no error and no log.
 * The `fetch` throws `unavailable` when there is no answer or a gateway says so, `upstream` when the credentials are
 * refused; any other answer is given back.
 */
export function connectCouchDb(address: string): { base: string; fetch: CouchFetch } {
  const url = new URL(address)
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  const authorization = url.username === '' ? {} : { Authorization: `Basic ${btoa(toBinary(credentials))}` }
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`

  async function couchFetch(target: string, options: RequestInit = {}): Promise<Response> {
    const headers = { ...Object.fromEntries(new Headers(options.headers)), ...authorization }
    const response = await send(target, { ...options, headers, signal: AbortSignal.timeout(TIMEOUT) }, url.host)
    if (response.status === 401 || response.status === 403) throw refusal(response.status, url.host)
    if (response.status >= 502 && response.status <= 504) throw unreachable(url.host, `status ${response.status}`)
    return response
  }

  return { base, fetch: couchFetch }
}

/** Reads the answer to its end, so that one that breaks off fails here and not where it is understood. */
async function send(target: string, options: RequestInit, host: string): Promise<Response> {
  try {
    const response = await fetch(target, options)
    return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers })
  } catch (error) {
    throw unreachable(host, reasonOf(error), error)
  }
}

function refusal(status: number, host: string): AppError {
  const advice = 'Check the user and the password in STRATA_COUCHDB_URL; it must be a server administrator.'
  return new AppError('upstream', `CouchDB at ${host} refuses the credentials (${status}). ${advice}`)
}

function unreachable(host: string, reason: string, cause?: unknown): AppError {
  return new AppError('unavailable', `CouchDB at ${host} cannot be reached (${reason}).`, { cause })
}

/** `fetch` hides the reason in a chain of causes. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.message : reasonOf(error.cause)
}

/** Basic credentials are UTF-8, `btoa` takes bytes. */
function toBinary(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}
