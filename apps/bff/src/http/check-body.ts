import type { ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { validationError } from '#bff/errors/app-error.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { type Validator, validate } from '#bff/validation/validator.ts'
import { publicMembers } from './request.ts'

/** A body's public members, as its schema wants them: converted where Crossbar converts. Throws `invalid`. */
export function checkBody(validator: Validator, schema: string, data: JsonValue, snapshot: SchemaSnapshot): JsonObject {
  const body = isJsonObject(data) ? publicMembers(data) : data
  const result = validate(validator, { schema }, body, snapshot, { fillDefaults: true })
  if (!result.valid) throw validationError(withoutSecrets(result.errors))
  return isJsonObject(result.value) ? result.value : {}
}

/** Members of bodies that sign somebody in. Errors echo what was sent; these they must not. */
const secretMembers = ['password', 'credentials', 'api_key', 'token']

function withoutSecrets(errors: ValidationErrors): ValidationErrors {
  return mapValues(errors, (keywords, path) =>
    mapValues(keywords, (detail, keyword) => {
      const holdsSecret = keyword === 'additionalProperties' || secretMembers.includes(path)
      if (!holdsSecret || keyword === 'required') return detail
      const { value, cause, ...rest } = detail
      return rest
    }),
  )
}

function mapValues<In, Out>(object: Record<string, In>, map: (value: In, key: string) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]))
}
