import type { ValidationErrors } from '@strata/api-types'
import { formatPointer, getAt, type JsonObject, parsePointer } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import {
  isAboveLimits,
  type LayeredStorage,
  layeredStorage,
  mostTimesOver,
  type StorageLayer,
  type StorageLayerName,
} from '@strata/storage-plan'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { embed } from '#bff/redaction/tree.ts'
import { entriesOf } from './entries.ts'
import { givenAddresses, redirectedRules } from './redirected-rules.ts'

/**
 * Where a document would send the secrets of a layer below it to a place of its own choosing: KAZOO merges entries of one
 * id key by key, so that whoever changes the address keeps the credentials.
 * - a connection of an id that a layer below defines with credentials
 * - a back-end of such an id, unless it brings its own secret for every one below
 * - `params` of a rule with an address for a back-end whose secrets are another layer's; above a layer that holds far more
 *   than may be, any address: which back-ends it meets would take too long to find out
 */
export function borrowedSecrets(
  document: JsonObject,
  below: readonly StorageLayer[],
  own: StorageLayerName,
): ValidationErrors {
  const storage = layeredStorage(below)
  return {
    ...Object.fromEntries(
      entriesOf(document, 'connections')
        .filter(([id]) => lentSecrets(storage, ['connections', id]).length > 0)
        .map(([id]) => [dottedPath(['connections', id]), refusal('connection')]),
    ),
    ...Object.fromEntries(
      entriesOf(document, 'attachments')
        .filter(([id]) =>
          lentSecrets(storage, ['attachments', id]).some((pointer) => getAt(document, pointer) === undefined),
        )
        .map(([id]) => [dottedPath(['attachments', id]), refusal('back-end')]),
    ),
    ...redirections(document, below, own),
  }
}

function redirections(document: JsonObject, below: readonly StorageLayer[], own: StorageLayerName): ValidationErrors {
  const given = givenAddresses(document)
  if (given.length === 0) return {}
  const isUnknowable = below.some(({ values }) => isAboveLimits(values, mostTimesOver))
  const refused = isUnknowable ? given : redirectedRules(document, [...below, { name: own, values: document }], own)
  const error = isUnknowable ? unknowable : redirection
  return Object.fromEntries(refused.map((pointer) => [dottedPath(parsePointer(pointer)), error]))
}

type EntryPath = readonly ['attachments' | 'connections', string]

/** Pointers of the secrets that layers hold in an entry. No other entry is looked at, however many there are. */
function lentSecrets(below: LayeredStorage, path: EntryPath): readonly string[] {
  const entry = below.decide(formatPointer(path), 'entry')
  return entry === undefined ? [] : secretLeaves(embed(entry.value, path), isStorageSecret)
}

function refusal(what: string) {
  const message = `A layer below defines a ${what} of this id, and its secrets would go where this entry says: choose another id.`
  return { invalid: { message } }
}

const unknowable = {
  invalid: {
    message:
      'A layer below holds far more than a storage document may, so that nobody can tell whose secrets would go to this address: write it into the settings of a back-end of your own.',
  },
}

const redirection = {
  invalid: {
    message:
      'The back-end that this rule uses is defined by a layer below, and its secrets would go to this address: define a back-end of your own.',
  },
}
