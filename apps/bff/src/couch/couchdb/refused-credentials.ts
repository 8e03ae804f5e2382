import { AppError } from '#bff/errors/app-error.ts'

/** One careful try in this time (milliseconds). */
const betweenTries = 60_000
/**
 * CouchDB (from 3.4) counts the refused passwords of a user and an address for five minutes, and locks that user out at
 * the fifth. Others may sit behind the same address, so it must never come to that (milliseconds, with some to spare).
 */
const counted = 310_000
const mostRefused = 4

interface RefusalWatch {
  readonly host: string
  readonly now: () => number
  /** Hears of a refusal once, not of every request that meets it. */
  readonly onRefused: (error: AppError) => void
}

/**
 * Keeps a password that CouchDB refused from being sent again and again, which would lock its user out for everybody.
 * Put right on CouchDB's side it works again at the next try.
 */
export function refusedCredentials({ host, now, onRefused }: RefusalWatch) {
  let refusal: AppError | undefined
  let lastTry = 0
  /** When the last few passwords were refused. */
  let refusals: number[] = []

  function nextTry(): number {
    const [oldest] = refusals
    const afterMinute = lastTry + betweenTries
    return oldest === undefined || refusals.length < mostRefused ? afterMinute : Math.max(afterMinute, oldest + counted)
  }

  return {
    /** Throws `unavailable` while no request may go out. */
    admit(): void {
      if (refusal === undefined) return
      if (now() < nextTry()) throw refusal
      lastTry = now()
    },
    /** Throws what was refused, without being a try. */
    requireAccepted(): void {
      if (refusal !== undefined) throw refusal
    },
    accepted(): void {
      refusal = undefined
    },
    /** The error for a refused request; none goes out until the next try. */
    refused(status: number, reason: string): AppError {
      const said = reason === '' ? '' : ` It says: ${reason}`
      const advice =
        'Check user and password in STRATA_COUCHDB_URL: it must be a server administrator. Strata asks again once a minute.'
      const error = new AppError(
        'unavailable',
        `CouchDB at ${host} refuses the credentials (${status}).${said} ${advice}`,
      )
      if (refusal === undefined) onRefused(error)
      refusal ??= error
      lastTry = now()
      refusals = [...refusals, lastTry].slice(-mostRefused)
      return error
    },
  }
}
