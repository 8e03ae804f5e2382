import { deepEqual, formatPointer, getAt, type JsonObject } from '@strata/json'
import {
  danglingReferences as danglingIn,
  type KazooVersion,
  layeredStorage,
  type StorageLayer,
} from '@strata/storage-plan'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { s3ServiceOf } from '../presets/s3-services.ts'
import { entriesOf, objectAt } from './document-parts.ts'

export interface DanglingReference {
  readonly pointer: string
  readonly name: string
}

/** Places of the plan of the last layer's document that name a back-end or connection which none of the layers defines. */
export function danglingReferences(layers: readonly StorageLayer[], version: KazooVersion): DanglingReference[] {
  const own = layers.at(-1)?.name
  return danglingIn(layeredStorage(layers), version).flatMap(({ pointer, id, layer }) =>
    layer === own ? [{ pointer, name: id }] : [],
  )
}

/**
 * What the schema finds, said where it can be mended: a Google back-end that names neither an account nor an app lacks
 * the account, rather than being of no known kind.
 */
export function atTheirFields(errors: readonly FormError[], document: JsonObject, needed: string): FormError[] {
  const unsigned = new Set(
    entriesOf(document, 'attachments').flatMap(([id, entry]) => {
      const settings = objectAt(entry, '/settings')
      const isSigned = Object.hasOwn(settings, 'oauth_doc_id') || Object.hasOwn(settings, 'oauth_app_id')
      return entry.handler === 'google_storage' && !isSigned ? [`/attachments/${id}/settings`] : []
    }),
  )
  return errors.map((error) =>
    unsigned.has(error.pointer)
      ? { pointer: `${error.pointer}/oauth_doc_id`, message: needed, isMissing: true }
      : error,
  )
}

/** The hosts that S3 back-ends lack which are set up as a server of one's own; no schema asks for them. */
export function missingHosts(document: JsonObject, message: string): FormError[] {
  return entriesOf(document, 'attachments').flatMap(([id, entry]) => {
    const settings = objectAt(entry, '/settings')
    const isWanting = entry.handler === 's3' && settings.host === undefined && s3ServiceOf(settings) === 'minio'
    return isWanting
      ? [{ pointer: formatPointer(['attachments', id, 'settings', 'host']), message, isMissing: true }]
      : []
  })
}

/** What the server refused, and the document that it was sent. */
export interface Rejection {
  readonly sent: JsonObject
  readonly errors: readonly FormError[]
}

/**
 * Of a refusal, what still holds: nothing is said of places that changed since.
 * - that a whole entry is refused says nothing once its own places are told
 */
export function stillRejected({ sent, errors }: Rejection, document: JsonObject): FormError[] {
  return errors.filter(
    ({ pointer }) =>
      deepEqual(getAt(sent, pointer), getAt(document, pointer)) &&
      !(isEntry(pointer) && errors.some((other) => other.pointer.startsWith(`${pointer}/`))),
  )
}

/** The errors at a place or below it, with pointers from there. */
export function errorsBelow(errors: readonly FormError[], place: string): FormError[] {
  return errors
    .filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`))
    .map((error) => ({ ...error, pointer: error.pointer.slice(place.length) }))
}

/** What is said of exactly one place, as one text. */
export function messageAt(errors: readonly FormError[], place: string): string | undefined {
  const messages = errors.filter(({ pointer }) => pointer === place).map(({ message }) => message)
  return messages.length === 0 ? undefined : [...new Set(messages)].join(' ')
}

function isEntry(pointer: string): boolean {
  return /^\/(attachments|connections)\/[^/]+$/.test(pointer)
}
