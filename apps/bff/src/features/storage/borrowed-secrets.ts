import { formatPointer, getAt, type JsonObject, parsePointer } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import { type LayerName, mergedStorage, type StorageLayer } from '@strata/storage-plan'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { entriesOf } from './entries.ts'
import { redirectedRules } from './redirected-rules.ts'

/**
 * Where a document would send the secrets of a layer below it to a place of its own choosing: KAZOO merges entries of one
 * id key by key, so that whoever changes the address keeps the credentials.
 * - a connection of an id that a layer below defines with credentials
 * - a back-end of such an id, unless it brings its own secret for every one below
 * - `params` of a rule with an address for a back-end whose secrets are another layer's
 */
export function borrowedSecrets(
  document: JsonObject,
  below: readonly StorageLayer[],
  own: LayerName,
): ValidationErrors {
  const lent = lentSecrets(mergedStorage(below))
  return {
    ...Object.fromEntries(
      entriesOf(document, 'connections')
        .filter(([id]) => lent('connections', id).length > 0)
        .map(([id]) => [dottedPath(['connections', id]), refusal('connection')]),
    ),
    ...Object.fromEntries(
      entriesOf(document, 'attachments')
        .filter(([id]) => lent('attachments', id).some((pointer) => getAt(document, pointer) === undefined))
        .map(([id]) => [dottedPath(['attachments', id]), refusal('back-end')]),
    ),
    ...Object.fromEntries(
      redirectedRules(document, [...below, { name: own, values: document }], own).map((pointer) => [
        dottedPath(parsePointer(pointer)),
        redirection,
      ]),
    ),
  }
}

/** Pointers of the secrets that layers hold in an entry. */
function lentSecrets(merged: JsonObject): (map: 'attachments' | 'connections', id: string) => readonly string[] {
  const byEntry = new Map<string, string[]>()
  for (const pointer of secretLeaves(merged, isStorageSecret)) {
    const entry = pointer.split('/', 3).join('/')
    const others = byEntry.get(entry)
    if (others === undefined) byEntry.set(entry, [pointer])
    else others.push(pointer)
  }
  return (map, id) => byEntry.get(formatPointer([map, id])) ?? []
}

function refusal(what: string) {
  const message = `A layer below defines a ${what} of this id, and its secrets would go where this entry says: choose another id.`
  return { invalid: { message } }
}

const redirection = {
  invalid: {
    message:
      'The back-end that this rule uses is defined by a layer below, and its secrets would go to this address: define a back-end of your own.',
  },
}
