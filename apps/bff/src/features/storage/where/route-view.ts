import { isJsonObject, type JsonValue } from '@strata/json'
import { withAddressesMasked } from '@strata/kazoo-schemas'
import type { RouteView, StorageLayerName } from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/create-redactor.ts'

/**
 * What of a route is told whom. A secret always reads as a marker, also for callers who may read it elsewhere: what a draft
 * says of a back-end must not lay open what another document keeps in it, so that `key` is one whatever the handler is.
 * - settings of a document that the caller may not read are withheld; a rule's `params` are not, being part of the plan
 */
export function routeView(redactor: Redactor, mayRead: (layer: StorageLayerName) => boolean): RouteView {
  return {
    text: withAddressesMasked,
    setting: (backEnd, key, value) => redactor.redact(value, ['attachments', backEnd, 'settings', key]),
    options(value) {
      const options = redactor.redact(value, [])
      return isJsonObject(options) ? options : {}
    },
    isWithheld: (layer) => !mayRead(layer),
  }
}

/** A text that somebody may have written an address into; null for what is no text. */
export function shownName(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? withAddressesMasked(value) : null
}
