import { isJsonObject, type JsonObject } from '@strata/json'
import type { SchemaRepository } from '#bff/schemas/repository.ts'
import type { Answer } from './route.ts'

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
