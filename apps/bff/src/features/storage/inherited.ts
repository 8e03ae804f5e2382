import type { InheritedStorage } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { withinLimits } from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { entriesOf } from './entries.ts'
import type { StorageLayer } from './layers.ts'
import { shownName } from './where/show-part.ts'
import { showTruncated } from './where/show-truncated.ts'

/**
 * What each layer defines for the documents above it, without the settings of back-ends and connections.
 * - of documents above the limits the first rules are told, and every back-end and connection, as rules may name any
 * - always redacted: who may read a document need not be allowed to read those it inherits from
 */
export function inheritedStorage(layers: readonly StorageLayer[], redactor: Redactor) {
  const shown = withinLimits(layers.map(({ layer, values }) => ({ name: layer, values })))
  return {
    layers: layers.map((layer, index) => ({
      ...inheritedEntries(layer),
      plan: redactedPlan(shown.layers[index]?.values ?? {}, redactor),
    })),
    ...showTruncated(shown),
  } satisfies InheritedStorage
}

function inheritedEntries({ layer, name, values }: StorageLayer) {
  return {
    layer,
    name,
    attachments: Object.fromEntries(
      entriesOf(values, 'attachments').map(([id, entry]) => [
        id,
        { name: shownName(entry.name), handler: shownName(entry.handler) ?? '' },
      ]),
    ),
    connections: Object.fromEntries(
      entriesOf(values, 'connections').map(([id, entry]) => [id, { name: shownName(entry.name) }]),
    ),
  }
}

function redactedPlan(values: JsonObject, redactor: Redactor): JsonObject {
  const redacted = redactor.redact(values, [])
  return isJsonObject(redacted) && isJsonObject(redacted.plan) ? redacted.plan : {}
}
