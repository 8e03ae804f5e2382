import type { JsonObject, JsonValue } from '@strata/json'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { parseDottedPath } from './dotted-path.ts'
import type { Redactor } from './redactor.ts'

/**
 * A validation error body whose echoed values hold no secrets.
 * - a detail's `value` lies at the error's own path, except that `additionalProperties` echoes the parent object
 * - `required` echoes the missing key's name, which is no secret
 */
export function redactErrors(errors: ValidationErrors, redactor: Redactor): ValidationErrors {
  return mapValues(errors, (keywords, path) =>
    mapValues(keywords, (detail, keyword) => redactDetail(detail, keyword, parseDottedPath(path), redactor)),
  )
}

function redactDetail(detail: JsonObject, keyword: string, path: string[], redactor: Redactor): JsonObject {
  if (keyword === 'required') return detail
  const at = keyword === 'additionalProperties' ? path.slice(0, -1) : path
  return mapValues(detail, (value: JsonValue, name) => (name === 'value' ? redactor.redact(value, at) : value))
}

function mapValues<In, Out>(record: Record<string, In>, map: (value: In, key: string) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}
