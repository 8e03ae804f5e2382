import { AppError } from '#bff/errors.ts'

/** One careful try in this time (milliseconds). CouchDB locks a user out for five minutes after five refused passwords. */
const betweenTries = 60_000

interface Parts {
  readonly host: string
  readonly now: () => number
  /** Hears of a refusal once, not of every request that meets it. */
  readonly onRefused: (error: AppError) => void
}

/**
 * Keeps a password that CouchDB refused from being sent again and again, which would lock its user out for everybody.
 * Put right on CouchDB's side it works again within the time between two tries.
 */
export function refusedCredentials({ host, now, onRefused }: Parts) {
  let refusal: AppError | undefined
  let nextTry = 0
  return {
    /** Throws `unavailable` while no request may go out. */
    admit(): void {
      if (refusal === undefined) return
      if (now() < nextTry) throw refusal
      nextTry = now() + betweenTries
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
      nextTry = now() + betweenTries
      return error
    },
  }
}
