import type { ValidationErrors } from '@strata/api-types'
import { parsePointer } from '@strata/json'
import { danglingInHighest, type KazooVersion, layeredStorage, type StorageLayer } from '@strata/storage-plan'
import { dottedPath } from '#bff/errors/dotted-path.ts'

/**
 * Every place of a document's plan that names a back-end or connection which neither it nor a layer below it defines, in
 * KAZOO's shape. KAZOO's reader fails on such a plan, so it must not be stored.
 * - `layers` are those below the document, and it
 */
export function referenceErrors(layers: readonly StorageLayer[], version: KazooVersion): ValidationErrors {
  const offenders = danglingInHighest(layeredStorage(layers), version)
  return Object.fromEntries(
    offenders.map(({ kind, id, pointer }) => {
      const what = kind === 'undefined-back-end' ? 'back-end' : 'connection'
      const message = `Neither this document nor a layer below it defines the ${what} '${id}'.`
      return [dottedPath(parsePointer(pointer)), { error: { message, value: id } }]
    }),
  )
}
