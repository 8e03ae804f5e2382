import type { InheritedStorage } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { type StorageLayer, withinLimits } from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { entriesOf } from './entries.ts'
import { shownName } from './where/route-view.ts'

/**
 * What each layer defines for the documents above it, without the settings of back-ends and connections.
 * - of documents above the limits the first rules are told, and every back-end and connection, as rules may name any
 * - always redacted: who may read a document need not be allowed to read those it inherits from
 */
export function inheritedStorage(layers: readonly StorageLayer[], redactor: Redactor) {
  const shown = withinLimits(layers)
  return {
    layers: layers.map((layer, index) => ({
      ...inheritedEntries(layer),
      plan: redactedPlan(shown.layers[index]?.values ?? {}, redactor),
    })),
    truncated: shown.truncated ?? null,
  } satisfies InheritedStorage
}

function inheritedEntries({ name, title = '', values }: StorageLayer) {
  return {
    layer: name,
    name: title,
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
