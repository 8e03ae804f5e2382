import type { JsonObject, JsonValue } from '@strata/json'
import type { WireError } from './errors.ts'

/** What every envelope carries besides its data. */
export interface EnvelopeFrame {
  readonly requestId: string
  /** Opaque name of this server. */
  readonly node: string
  readonly now: Date
  /** The product's version, for authenticated requests. */
  readonly version: string | undefined
  /** The token that the request used or was given; never the one of a cookie. */
  readonly authToken: string | undefined
}

interface Success {
  readonly data: JsonValue
  /** KAZOO 5 says it beside the data of a single document. */
  readonly metadata: JsonObject | undefined
  readonly revision: string | undefined
  /** Further members, such as `page_size`. */
  readonly extra: JsonObject
}

/** Crossbar's success body. */
export function successEnvelope({ data, metadata, revision, extra }: Success, frame: EnvelopeFrame): JsonObject {
  return {
    ...extra,
    data,
    ...(metadata === undefined ? {} : { metadata }),
    ...(revision === undefined ? {} : { revision }),
    status: 'success',
    ...frameMembers(frame),
  }
}

/** Crossbar's error body: `error` is the status as text, `message` the error's name. */
export function errorEnvelope({ status, name, data }: WireError, frame: EnvelopeFrame): JsonObject {
  return { data, error: String(status), message: name, status: 'error', ...frameMembers(frame) }
}

function frameMembers({ requestId, node, now, version, authToken }: EnvelopeFrame): JsonObject {
  return {
    request_id: requestId,
    node,
    timestamp: `${now.toISOString().slice(0, 19)}Z`,
    ...(version === undefined ? {} : { version }),
    ...(authToken === undefined ? {} : { auth_token: authToken }),
  }
}
