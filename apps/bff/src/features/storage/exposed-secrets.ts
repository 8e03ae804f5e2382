import { getAt, type JsonObject, parsePointer } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'

/**
 * Stored secrets that a change of their surroundings would lay open: the `key` of an Azure back-end that becomes one of
 * S3 would be read as an identifier. Who only ever saw them hidden must send new values instead.
 */
export function exposedSecrets(stored: JsonObject, next: JsonObject): ValidationErrors {
  const exposed = secretLeaves(stored, isStorageSecret).filter((pointer) => {
    const kept = getAt(next, pointer)
    return kept !== undefined && kept === getAt(stored, pointer) && !isStorageSecret(parsePointer(pointer), kept, next)
  })
  const message = 'The stored secret belongs to what was here before: send another value, or remove it with null.'
  return Object.fromEntries(exposed.map((pointer) => [dottedPath(parsePointer(pointer)), { invalid: { message } }]))
}
