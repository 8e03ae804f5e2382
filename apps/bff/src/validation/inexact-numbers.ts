import type { ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import { dottedPath } from '#bff/errors/dotted-path.ts'

/**
 * Errors for the numbers of a value that would be stored as others: too large for any (`1e400`), or integers of more
 * digits than a JavaScript number holds. KAZOO keeps such integers; Strata refuses them rather than change them.
 */
export function inexactNumbers(value: JsonValue, path: readonly string[] = []): ValidationErrors {
  if (typeof value === 'number') {
    return isExact(value) ? {} : { [dottedPath(path)]: { invalid: { message: 'This number cannot be kept exactly.' } } }
  }
  if (!Array.isArray(value) && !isJsonObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => Object.entries(inexactNumbers(child, [...path, key]))),
  )
}

function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
}
