import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { SchemaRepository } from '#bff/schemas/repository.ts'
import type { WireError } from './errors.ts'
import type { Answer } from './route.ts'

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

/**
 * What KAZOO says from version 5.3 on beside the data of a single document, where the store is one of KAZOO 5; undefined
 * elsewhere, also where the store does not tell any more.
 * - `id` of the document; `deleted` in the answer to its removal, which stays where KAZOO 4 has it too
 * - lists have none (KAZOO 5.1 to 5.3 API breaking changes)
 */
export async function metadataOf({ data }: Answer, schemas: SchemaRepository): Promise<JsonObject | undefined> {
  if (!isJsonObject(data) || typeof data.id !== 'string') return undefined
  const version = await schemas.kazooVersion().catch(() => undefined)
  if (version !== '5') return undefined
  const isDeleted = isJsonObject(data._read_only) && data._read_only.deleted === true
  return { id: data.id, ...(isDeleted ? { deleted: true } : {}) }
}
