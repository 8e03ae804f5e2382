import { isJsonObject, type JsonValue } from '@strata/json'
import { parseDottedPath } from '../errors/dotted-path.ts'
import type { Redactor } from './create-redactor.ts'
import { mapChildren } from './tree.ts'

/** The members of an error's detail that echo what was sent. */
const echoes = new Set(['value', 'cause'])

/**
 * `data` of a validation error of what lies at `base` of its document, without the secrets that it echoes.
 * - an echoed value lies at the error's own path, except that `additionalProperties` echoes the parent object
 * - `required` echoes the missing key's name, which is no secret
 */
export function redactErrors(data: JsonValue | undefined, redactor: Redactor, base: readonly string[] = []): JsonValue {
  if (!isJsonObject(data)) return data ?? {}
  return mapChildren(data, (keywords, path) =>
    mapChildren(keywords, (detail, keyword) =>
      redactDetail(detail, keyword, [...base, ...parseDottedPath(path)], redactor),
    ),
  )
}

function redactDetail(detail: JsonValue, keyword: string, path: readonly string[], redactor: Redactor): JsonValue {
  if (keyword === 'required') return detail
  const at = keyword === 'additionalProperties' ? path.slice(0, -1) : path
  return mapChildren(detail, (value, name) => (echoes.has(name) ? redactor.redact(value, at) : value))
}
