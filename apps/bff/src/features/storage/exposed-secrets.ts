import type { ValidationErrors } from '@strata/api-types'
import { deepEqual, formatPointer, getAt, type JsonObject, type JsonValue } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { childOf } from '#bff/redaction/tree.ts'

/**
 * Stored secrets that a change of their surroundings would lay open. Who only ever saw them hidden must send new values
 * instead.
 * - the `key` of an Azure back-end that becomes one of S3 would be read as an identifier
 * - the password of a connection that leads to another server would be sent there
 */
export function exposedSecrets(stored: JsonObject, next: JsonObject): ValidationErrors {
  const exposed = keptSecrets(stored, next).filter(
    ({ path, value }) => !isStorageSecret(path, value, next) || leadsElsewhere(path, stored, next),
  )
  const message = 'The stored secret belongs to what was here before: send another value, or remove it with null.'
  return Object.fromEntries(exposed.map(({ path }) => [dottedPath(path), { invalid: { message } }]))
}

interface Secret {
  readonly path: readonly string[]
  readonly value: JsonValue
}

/** Secrets that are stored and stay as they are; what is not there any more is not looked at. */
function keptSecrets(stored: JsonObject, next: JsonObject): Secret[] {
  function keptAt(value: JsonValue, before: JsonValue | undefined, path: readonly string[]): Secret[] {
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([key, child]) => keptAt(child, childOf(before, key), [...path, key]))
    const isKept = value !== null && value !== '' && value === before
    return isKept && isStorageSecret(path, value, stored) ? [{ path, value }] : []
  }
  return keptAt(next, stored, [])
}

function leadsElsewhere([map = '', id = '']: readonly string[], stored: JsonObject, next: JsonObject): boolean {
  if (map !== 'connections') return false
  return ['ip', 'port'].some((name) => {
    const address = formatPointer([map, id, 'settings', name])
    return !deepEqual(getAt(stored, address) ?? null, getAt(next, address) ?? null)
  })
}
