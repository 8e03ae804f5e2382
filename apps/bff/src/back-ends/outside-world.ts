import { lookup } from 'node:dns/promises'
import { type Endpoints, endpoints } from './endpoints.ts'
import type { LookUp } from './outbound/resolve-host.ts'

/** What tests of back-ends take for granted of the world outside. */
export interface OutsideWorld {
  readonly endpoints: Endpoints
  readonly lookUp: LookUp
  /** Certificates (PEM) to trust instead of those that Node.js trusts. */
  readonly authorities: string | undefined
  /** How long one step of a test may take (milliseconds). */
  readonly stepMs: number
  /** How long the tests of all back-ends of one save may take (milliseconds). */
  readonly saveMs: number
}

export const outsideWorld: OutsideWorld = {
  endpoints,
  lookUp: (host) => lookup(host, { all: true }),
  authorities: undefined,
  stepMs: 10_000,
  saveMs: 60_000,
}
