import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { BackEndError } from '../back-end-error.ts'
import type { AllowList } from './allow-list.ts'
import { networkError } from './network-error.ts'
import { type Address, type LookUp, resolveHost } from './resolve-host.ts'

/** No answer to a test is longer than this (bytes). */
const bodyLimit = 65_536

export interface OutboundRequest {
  readonly method: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
}

/** A whole answer. */
export interface Reply {
  readonly status: number
  /** `403 Forbidden`. */
  readonly statusLine: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Where it came from, after redirects. */
  readonly url: URL
}

interface OutboundTools {
  readonly allow: AllowList
  readonly lookUp: LookUp
  /** Certificates to trust instead of the usual ones. */
  readonly authorities: string | undefined
}

/** The way out of one test: everything it reaches has been checked, and is asked for by name only once. */
export type Outbound = ReturnType<typeof createOutbound>

/**
 * A way out that a hostile server cannot lead astray.
 * - each host is resolved once, its addresses are checked, and connections go to those, whatever the name says later
 * - an answer that is longer than it may be, or than it says, ends the request
 */
export function createOutbound({ allow, lookUp, authorities }: OutboundTools) {
  const known = new Map<string, Promise<readonly Address[]>>()

  /** The addresses of a host that may be connected to. Throws `BackEndError`. */
  function addresses(host: string, signal: AbortSignal): Promise<readonly Address[]> {
    const bare = withoutBrackets(host)
    const found = known.get(bare) ?? resolveHost(bare, { lookUp, allow }, signal)
    known.set(bare, found)
    return found
  }

  /** One request, with no redirect followed. Throws `BackEndError` where no whole answer came. */
  async function send(request: OutboundRequest, signal: AbortSignal): Promise<Reply> {
    const { url } = request
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new BackEndError(`Strata speaks http and https, not ${url.protocol.slice(0, -1)}.`)
    }
    const checked = await addresses(url.hostname, signal)
    try {
      return await exchange(request, { checked, authorities, signal })
    } catch (error) {
      throw networkError(error, url.host)
    }
  }

  return { authorities, addresses, send }
}

/** Gives `net` the addresses that were checked, in place of a look-up. */
export function fixedLookup(addresses: readonly Address[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses
    if (options.all === true) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }
}

export function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}

interface Way {
  readonly checked: readonly Address[]
  readonly authorities: string | undefined
  readonly signal: AbortSignal
}

function exchange({ method, url, headers, body }: OutboundRequest, way: Way): Promise<Reply> {
  const { checked, authorities, signal } = way
  const length = Buffer.byteLength(body ?? '')
  const host = withoutBrackets(url.hostname)
  const options = {
    method,
    signal,
    agent: false as const,
    // Whom the certificate must name is who is connected to, whatever the Host header says.
    servername: isIP(host) === 0 ? host : '',
    lookup: fixedLookup(checked),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 2500,
    headers: { 'accept-encoding': 'identity', ...headers, ...(body === undefined ? {} : { 'content-length': length }) },
    ...(authorities === undefined ? {} : { ca: authorities }),
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      readReply(response, url).then(resolve, (error: unknown) => {
        request.destroy()
        reject(signal.aborted ? signal.reason : error)
      })
    })
    // Nothing else would tell that the connection is given up: the request would never end.
    request.on('upgrade', (_response, socket) => {
      socket.destroy()
      reject(new BackEndError(`${url.host} goes over to something other than HTTP.`))
    })
    request.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    request.end(body)
  })
}

async function readReply(response: IncomingMessage, url: URL): Promise<Reply> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += chunk.length
    if (length > bodyLimit) throw new BackEndError(`${url.host} answers with more than ${bodyLimit} bytes.`)
    chunks.push(chunk)
  }
  const { statusCode = 0, statusMessage = '', headers } = response
  return {
    status: statusCode,
    statusLine: `${statusCode} ${statusMessage}`.trim(),
    headers,
    body: Buffer.concat(chunks),
    url,
  }
}
