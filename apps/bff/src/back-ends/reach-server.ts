import { once } from 'node:events'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type PeerCertificate } from 'node:tls'
import { networkError } from './outbound/network-error.ts'
import { fixedLookup, type Outbound, withoutBrackets } from './outbound/outbound.ts'
import type { Steps } from './steps.ts'

const dayMs = 86_400_000

/** Finds a server, connects to it, and sees whom it says it is: the steps that all tests begin with. */
export async function reachServer(url: URL, steps: Steps, outbound: Outbound, clock: () => Date): Promise<void> {
  await steps.run('resolve', async (signal) => {
    const addresses = await outbound.addresses(url.hostname, signal)
    return { value: undefined, message: `${url.hostname} is ${addresses.map(({ address }) => address).join(', ')}.` }
  })
  const socket = await steps.run('connect', async (signal) => {
    const value = await openConnection(url, outbound, signal)
    return { value, message: `Port ${value.remotePort} of ${value.remoteAddress} answers.` }
  })
  try {
    if (url.protocol !== 'https:') return steps.skip('tls', 'The address says http: nothing is encrypted.')
    await steps.run('tls', async (signal) => {
      const value = await negotiateTls(socket, url, outbound, { now: clock(), signal })
      return { value, message: `${value.name}, ${value.daysLeft} days left.` }
    })
  } finally {
    socket.destroy()
  }
}

/** Opens a connection to a server, and nothing more. Throws `BackEndError`. */
async function openConnection(url: URL, outbound: Outbound, signal: AbortSignal): Promise<Socket> {
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
interface Certificate {
  readonly name: string
  /** Whole days until it expires. */
  readonly daysLeft: number
}

/** Agrees on encryption over a connection, trusting whom a request would trust. Throws `BackEndError`. */
async function negotiateTls(
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
