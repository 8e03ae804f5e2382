import { once } from 'node:events'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type PeerCertificate } from 'node:tls'
import { networkError } from './network-error.ts'
import { fixedLookup, type Outbound, withoutBrackets } from './outbound.ts'

const dayMs = 86_400_000

/** Opens a connection to a server, and nothing more. Throws `BackEndError`. */
export async function openConnection(url: URL, outbound: Outbound, signal: AbortSignal): Promise<Socket> {
  const addresses = await outbound.addresses(url.hostname, signal)
  const socket = connectTcp({
    host: withoutBrackets(url.hostname),
    port: portOf(url),
    lookup: fixedLookup(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 2500,
    signal,
  })
  try {
    await once(socket, 'connect')
    return socket
  } catch (error) {
    throw networkError(signal.aborted ? signal.reason : error, url.host)
  }
}

/** Whom a server says it is. */
export interface Certificate {
  readonly name: string
  /** Whole days until it expires. */
  readonly daysLeft: number
}

/** Agrees on encryption over a connection, trusting whom a request would trust. Throws `BackEndError`. */
export async function negotiateTls(
  socket: Socket,
  url: URL,
  { authorities }: Outbound,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<Certificate> {
  const host = withoutBrackets(url.hostname)
  const secure = connectTls({
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(authorities === undefined ? {} : { ca: authorities }),
  })
  const abort = () => secure.destroy(new DOMException('The step took too long.', 'TimeoutError'))
  signal.addEventListener('abort', abort, { once: true })
  try {
    await once(secure, 'secureConnect')
    const certificate = secure.getPeerCertificate()
    return {
      name: nameOf(certificate),
      daysLeft: Math.floor((Date.parse(certificate.valid_to) - now.getTime()) / dayMs),
    }
  } catch (error) {
    throw networkError(error, url.host)
  } finally {
    signal.removeEventListener('abort', abort)
    secure.destroy()
  }
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port)
  return protocol === 'https:' ? 443 : 80
}

function nameOf({ subject, subjectaltname = '' }: PeerCertificate): string {
  const commonName = Array.isArray(subject.CN) ? subject.CN[0] : subject.CN
  return commonName ?? subjectaltname
}
