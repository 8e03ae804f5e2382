import type { ValidationErrors } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { boundedErrors } from './bounded-errors.ts'

/**
 * Every way a request can fail, as a closed set. `http/errors.ts` maps each to a status and an error name.
 * - `invalid`: the request's content; `data` is Crossbar's keyed validation body
 * - `not-found`: a document; `no-route`: a URL
 * - `no-room`: the store's disk is full
 * - `unavailable`: the store cannot be reached; `upstream`: it answered with a fault
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'no-route'
  | 'method-not-allowed'
  | 'conflict'
  | 'gone'
  | 'precondition-failed'
  | 'too-large'
  | 'unsupported-type'
  | 'too-many'
  | 'no-room'
  | 'unavailable'
  | 'upstream'
  | 'internal'

interface Details {
  /** What the envelope's `data` carries instead of the kind's own text. */
  data?: JsonValue
  /** Crossbar's error name where it differs from the kind's usual one. */
  name?: string
  cause?: unknown
}

/** The one error that services and stores throw. `message` is for a person: what happened, what to do. No secrets. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly kind: ErrorKind
  readonly data: JsonValue | undefined
  readonly wireName: string | undefined

  constructor(kind: ErrorKind, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause })
    this.kind = kind
    this.data = details.data
    this.wireName = details.name
  }
}

/** Crossbar's answer where a document is missing, removed or of another type. */
export function badIdentifier(id: string): AppError {
  return new AppError('not-found', `There is no document ${id}.`, { data: { message: 'bad identifier', cause: id } })
}

/** Crossbar's keyed validation error: dotted path (dots inside a key as `%2E`) → one keyword → detail. Bounded in size. */
export function validationError(errors: ValidationErrors): AppError {
  const data = boundedErrors(errors)
  return new AppError('invalid', `The request does not hold: ${Object.keys(data).join(', ')}.`, { data })
}
