import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { validationError } from '#bff/errors.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { Validator } from '#bff/validation/validator.ts'

/** A body's public members, as its schema wants them: converted where Crossbar converts. Throws `invalid`. */
export function checkBody(validator: Validator, schema: string, data: JsonValue, snapshot: SchemaSnapshot): JsonObject {
  const result = validator.validate({ schema }, publicMembers(data), snapshot, { fillDefaults: true })
  if (!result.valid) throw validationError(result.errors)
  return isJsonObject(result.value) ? result.value : {}
}

/** Crossbar looks past `id` and private members of what clients send. */
function publicMembers(data: JsonValue): JsonValue {
  if (!isJsonObject(data)) return data
  return Object.fromEntries(
    Object.entries(data).filter(([key]) => key !== 'id' && !key.startsWith('_') && !key.startsWith('pvt_')),
  )
}
