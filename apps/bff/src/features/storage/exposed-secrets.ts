import { deepEqual, formatPointer, getAt, type JsonObject, parsePointer } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'

/**
 * Stored secrets that a change of their surroundings would lay open. Who only ever saw them hidden must send new values
 * instead.
 * - the `key` of an Azure back-end that becomes one of S3 would be read as an identifier
 * - the password of a connection that leads to another server would be sent there
 */
export function exposedSecrets(stored: JsonObject, next: JsonObject): ValidationErrors {
  const exposed = secretLeaves(stored, isStorageSecret).filter((pointer) => {
    const kept = getAt(next, pointer)
    if (kept === undefined || kept !== getAt(stored, pointer)) return false
    const path = parsePointer(pointer)
    return !isStorageSecret(path, kept, next) || leadsElsewhere(path, stored, next)
  })
  const message = 'The stored secret belongs to what was here before: send another value, or remove it with null.'
  return Object.fromEntries(exposed.map((pointer) => [dottedPath(parsePointer(pointer)), { invalid: { message } }]))
}

function leadsElsewhere([map = '', id = '']: readonly string[], stored: JsonObject, next: JsonObject): boolean {
  if (map !== 'connections') return false
  return ['ip', 'port'].some((name) => {
    const address = formatPointer([map, id, 'settings', name])
    return !deepEqual(getAt(stored, address) ?? null, getAt(next, address) ?? null)
  })
}
