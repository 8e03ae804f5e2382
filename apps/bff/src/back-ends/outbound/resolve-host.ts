import { isIP } from 'node:net'
import { BackEndError } from '../back-end-error.ts'
import type { AllowList } from './allow-list.ts'
import { isPublic } from './is-public.ts'
import { networkError } from './network-error.ts'

export interface Address {
  readonly address: string
  readonly family: number
}

/** Asks the name service for the addresses of a host. */
export type LookUp = (host: string) => Promise<readonly Address[]>

/**
 * The addresses of a host that may be connected to.
 * Throws `BackEndError` where the host has none, or only such that `STRATA_PROBE_ALLOW` would have to name.
 */
export async function resolveHost(
  host: string,
  { lookUp, allow }: { lookUp: LookUp; allow: AllowList },
  signal: AbortSignal,
): Promise<readonly Address[]> {
  const found = await addressesOf(host, lookUp, signal)
  const permitted = found.filter(({ address }) => allow.names(host) || allow.covers(address) || isPublic(address))
  if (permitted.length > 0) return permitted
  if (found.length === 0) throw new BackEndError(`The host ${host} has no address.`)
  throw refusal(host)
}

async function addressesOf(host: string, lookUp: LookUp, signal: AbortSignal): Promise<readonly Address[]> {
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  try {
    return await untilAborted(lookUp(host), signal)
  } catch (error) {
    throw networkError(error, host)
  }
}

/** A look-up cannot be broken off, but nobody needs to wait for it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Where the name leads is not told: who may not go there must not learn what the inside looks like. */
function refusal(host: string): BackEndError {
  return new BackEndError(
    `Strata does not connect to ${host}: it is not a public address. An operator who trusts it names it in STRATA_PROBE_ALLOW.`,
    { code: 403 },
  )
}
