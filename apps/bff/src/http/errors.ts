import type { JsonValue } from '@strata/json'
import { AppError, type ErrorKind } from '#bff/errors/app-error.ts'

interface Wire {
  readonly status: number
  /** Crossbar's error name: the envelope's `message`. */
  readonly name: string
  /** `data.message` where the error brings no data of its own. */
  readonly text: string
  /** Whether the error's sentence goes to the client, as `data.cause`; or the sentence that goes in its place. */
  readonly isExplained: boolean | string
}

const wire = {
  invalid: { status: 400, name: 'validation error', text: 'validation error', isExplained: true },
  unauthenticated: { status: 401, name: 'invalid_credentials', text: 'invalid credentials', isExplained: false },
  forbidden: { status: 403, name: 'forbidden', text: 'forbidden', isExplained: true },
  'not-found': { status: 404, name: 'bad_identifier', text: 'bad identifier', isExplained: true },
  'no-route': { status: 404, name: 'not_found', text: 'not found', isExplained: false },
  'method-not-allowed': { status: 405, name: 'invalid_method', text: 'method not allowed', isExplained: false },
  conflict: { status: 409, name: 'datastore_conflict', text: 'conflicting documents', isExplained: false },
  gone: { status: 410, name: 'gone', text: 'gone', isExplained: true },
  'precondition-failed': { status: 412, name: 'precondition_failed', text: 'precondition failed', isExplained: true },
  'too-large': { status: 413, name: 'validation error', text: 'body too large', isExplained: true },
  'unsupported-type': {
    status: 415,
    name: 'unsupported_media_type',
    text: 'unsupported media type',
    isExplained: true,
  },
  'too-many': { status: 429, name: 'too_many_requests', text: 'too many requests', isExplained: true },
  'no-room': {
    status: 507,
    name: 'datastore_fault',
    text: 'no room left in the data store',
    isExplained: 'The disk of the data store is full. Nothing was saved: try again once there is room.',
  },
  unavailable: {
    status: 503,
    name: 'datastore_unreachable',
    text: 'datastore timeout',
    isExplained: 'The data store does not answer. Try again in a moment; the server’s log says more.',
  },
  upstream: { status: 500, name: 'datastore_fault', text: 'unknown failure', isExplained: false },
  internal: { status: 500, name: 'unspecified_fault', text: 'unknown failure', isExplained: false },
} as const satisfies Record<ErrorKind, Wire>

/** An error as the wire shows it. */
export interface WireError {
  readonly status: number
  readonly name: string
  readonly data: JsonValue
}

/** Any thrown value as an `AppError`; what nobody foresaw becomes `internal` and keeps its cause for the log. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', 'An unforeseen failure.', { cause: thrown })
}

/** Status, name and data of an error in Crossbar's words. */
export function toWireError(error: AppError): WireError {
  const { status, name, text, isExplained } = wire[error.kind]
  const cause = isExplained === true ? error.message : isExplained
  return {
    status,
    name: error.wireName ?? name,
    data: error.data ?? { message: text, ...(cause === false ? {} : { cause }) },
  }
}
