import { LRUCache } from 'lru-cache'
import { AppError } from '#bff/errors.ts'

const trackedClients = 10_000
const burst = 20
const perSecond = 1 / 3

/** Slows down whoever guesses passwords. */
export interface Throttle {
  /** Throws `too-many` while `client` has used up its failures. */
  check(client: string): void
  /** Counts a failed attempt. */
  fail(client: string): void
}

/**
 * Lets a client fail 20 times at once and 20 times a minute after that; attempts that succeed are free.
 * - clients are addresses, IPv6 ones by their /64 network; the 10,000 seen last are remembered
 */
export function createThrottle(clock: () => Date): Throttle {
  const failures = new LRUCache<string, { count: number; at: number }>({ max: trackedClients })
  const now = () => clock().getTime() / 1000
  const current = (key: string) => {
    const entry = failures.get(key)
    return entry === undefined ? 0 : Math.max(0, entry.count - (now() - entry.at) * perSecond)
  }
  return {
    check(client) {
      if (current(networkOf(client)) <= burst - 1) return
      throw new AppError('too-many', 'Too many failed sign-ins from this address: wait a minute, then try again.')
    },
    fail(client) {
      const key = networkOf(client)
      failures.set(key, { count: current(key) + 1, at: now() })
    },
  }
}

function networkOf(address: string): string {
  const isIpv6 = address.includes(':') && !address.startsWith('::ffff:')
  return isIpv6 ? address.split(':').slice(0, 4).join(':') : address
}
