import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'
import PQueue from 'p-queue'
import { AppError } from '#bff/errors/app-error.ts'

const ofNetwork = { atOnce: 20, perSecond: 1 / 3, remembered: 10_000 }
const ofAccount = { atOnce: 300, perSecond: 1 / 6, remembered: 10_000 }
const longestLine = 200
const knownPlaces = 50_000
const knownForMs = 30 * 24 * 3600 * 1000
/** A cache takes room for its `max` when it is made, which a server that nobody guesses at has no use for: one by size grows. */
const atMost = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 })

/** A sign-in that is being tried. */
export interface Attempt {
  /** How much its network failed lately. */
  readonly failures: number
  /** Whether guesses at an account are taken from this network now. */
  mayGuess(account: string): boolean
  /** Runs one guess at an account; `check` gives undefined for a wrong one. */
  guess<T>(account: string, check: () => Promise<T | undefined>): Promise<T | undefined>
}

/**
 * Slows down whoever guesses passwords, keys and tokens. Per server.
 * - failures are counted before they happen, and given back to attempts that succeed or that the server itself broke off
 * - a network may fail 20 times at once and 20 times a minute after that. Its sign-ins run one after another, so that no
 *   burst gets ahead of the count or takes all places in the queue of hashes
 * - an account may be guessed at 300 times at once and ten times a minute after that, by all networks together. A network
 *   that somebody of the account signed in from within 30 days goes on by its own count alone: strangers cannot lock out
 *   those who sign in from where they always do
 * - networks are IPv4 addresses and IPv6 /64s; those seen last are remembered
 */
export function createThrottle(clock: () => Date) {
  const networks = createBudget(clock, ofNetwork)
  const accounts = createBudget(clock, ofAccount)
  const known = new LRUCache<string, true>({ ...atMost(knownPlaces), ttl: knownForMs })
  const lines = new Map<string, PQueue>()

  async function inLine<T>(network: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(network) ?? new PQueue({ concurrency: 1 })
    if (line.size >= longestLine) throw tooMany('Too many sign-ins at once from this address: try again in a minute.')
    lines.set(network, line)
    try {
      return await line.add(work, { throwOnTimeout: true })
    } finally {
      if (line.size + line.pending === 0) lines.delete(network)
    }
  }

  function attemptFrom(network: string): Attempt {
    const place = (account: string) => `${account} ${network}`
    return {
      failures: networks.used(network),
      mayGuess: (account) => known.has(place(account)) || accounts.isLeft(account),
      async guess(account, check) {
        const found = await accounts.spendUnless(account, check)
        if (found !== undefined) known.set(place(account), true)
        return found
      },
    }
  }

  return {
    /**
     * Runs a sign-in from an address; `work` gives undefined when it failed. Throws `too-many` instead of running it when
     * the address's network used up its failures, or too many of its sign-ins wait.
     */
    attempt<T>(address: string, work: (attempt: Attempt) => Promise<T | undefined>): Promise<T | undefined> {
      const network = networkOf(address)
      return inLine(network, () => {
        const attempt = attemptFrom(network)
        if (networks.isLeft(network)) return networks.spendUnless(network, () => work(attempt))
        throw tooMany('Too many failed sign-ins from this address: wait a minute, then try again.')
      })
    },
  }
}

/** Counts that go down by themselves. */
function createBudget(clock: () => Date, { atOnce, perSecond, remembered }: typeof ofNetwork) {
  const counts = new LRUCache<string, { count: number; at: number }>(atMost(remembered))
  const now = () => clock().getTime() / 1000
  function used(key: string): number {
    const entry = counts.get(key)
    return entry === undefined ? 0 : Math.max(0, entry.count - (now() - entry.at) * perSecond)
  }
  function add(key: string, count: number): void {
    counts.set(key, { count: Math.max(0, used(key) + count), at: now() })
  }
  return {
    used,
    isLeft: (key: string): boolean => used(key) <= atOnce - 1,
    /** Counts one, runs `work`, and takes it back unless `work` gave undefined. */
    async spendUnless<T>(key: string, work: () => Promise<T | undefined>): Promise<T | undefined> {
      add(key, 1)
      let isWrong = false
      try {
        const found = await work()
        isWrong = found === undefined
        return found
      } finally {
        if (!isWrong) add(key, -1)
      }
    },
  }
}

/** What an address counts as: whoever has one IPv6 address usually has the whole /64. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()
}

function tooMany(message: string): AppError {
  return new AppError('too-many', message)
}
