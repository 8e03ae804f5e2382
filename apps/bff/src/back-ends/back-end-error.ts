import type { JsonValue } from '@strata/json'

interface Details {
  /** HTTP status of the back-end; 500 where it gave none, 401 where no token was to be had. */
  readonly code?: number
  /** What it answered: JSON where it was JSON, else text. */
  readonly body?: JsonValue
  /** A sentence for a person, where the reason alone does not say what to do. */
  readonly advice?: string
  readonly cause?: unknown
}

/** A back-end failed. `message` is its own reason, as KAZOO would report it. */
export class BackEndError extends Error {
  override readonly name = 'BackEndError'
  readonly code: number
  readonly body: JsonValue
  readonly advice: string | undefined

  constructor(reason: string, { code = 500, body = null, advice, cause }: Details = {}) {
    super(reason, cause === undefined ? {} : { cause })
    this.code = code
    this.body = body
    this.advice = advice
  }
}
