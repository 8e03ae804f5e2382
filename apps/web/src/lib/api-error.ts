import type { ValidationErrors } from '@strata/api-types'
import type { JsonObject } from '@strata/json'

/**
 * Every way a request can fail, as the interface tells them apart.
 * - `invalid`: the server refused the content; `validation` says where
 * - `offline`: no answer at all; `unavailable`: the server answers that it, or its store, cannot work now
 */
export type ApiErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'offline'
  | 'unavailable'
  | 'unexpected'

interface Details {
  kind: ApiErrorKind
  /** Undefined when there was no answer. */
  status?: number | undefined
  /** The envelope's `message`, e.g. `bad_identifier`. */
  name?: string | undefined
  validation?: ValidationErrors | undefined
  requestId?: string | undefined
  /** Of the document as it stands now, where the server tells it with a conflict. */
  revision?: string | undefined
  /** What else the answer says of the failure. */
  data?: JsonObject | undefined
  cause?: unknown
}

/** The one error a request throws (besides the abort of its own signal). `message` is the server's own, for a person. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly status: number | undefined
  readonly wireName: string | undefined
  readonly validation: ValidationErrors | undefined
  readonly requestId: string | undefined
  readonly revision: string | undefined
  readonly data: JsonObject

  constructor(message: string, details: Details) {
    super(message, { cause: details.cause })
    this.kind = details.kind
    this.status = details.status
    this.wireName = details.name
    this.validation = details.validation
    this.requestId = details.requestId
    this.revision = details.revision
    this.data = details.data ?? {}
  }
}

/** What the server says of the first thing that it refuses, where it refuses things by their place. */
export function firstRefusal(error: Error): string | undefined {
  const [keywords] = error instanceof ApiError ? Object.values(error.validation ?? {}) : []
  const [detail] = Object.values(keywords ?? {})
  return typeof detail?.message === 'string' ? detail.message : undefined
}

const KIND_BY_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  429: 'too-many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** The kind of failure a status stands for. */
export function kindOfStatus(status: number): ApiErrorKind {
  return KIND_BY_STATUS[status] ?? 'unexpected'
}
