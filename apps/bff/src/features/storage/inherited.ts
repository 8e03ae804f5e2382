import type { InheritedStorage } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { entriesOf } from './entries.ts'
import type { StorageLayer } from './layers.ts'

/**
 * What each layer defines for the documents above it, without the settings of back-ends and connections.
 * - always redacted: who may read a document need not be allowed to read those it inherits from
 */
export function inheritedStorage(layers: readonly StorageLayer[], redactor: Redactor) {
  return { layers: layers.map((layer) => inheritedLayer(layer, redactor)) } satisfies InheritedStorage
}

function inheritedLayer({ layer, name, values }: StorageLayer, redactor: Redactor) {
  return {
    layer,
    name,
    attachments: Object.fromEntries(
      entriesOf(values, 'attachments').map(([id, entry]) => [
        id,
        { name: text(entry.name), handler: text(entry.handler) ?? '' },
      ]),
    ),
    connections: Object.fromEntries(
      entriesOf(values, 'connections').map(([id, entry]) => [id, { name: text(entry.name) }]),
    ),
    plan: redactedPlan(values, redactor),
  }
}

function redactedPlan(values: JsonObject, redactor: Redactor): JsonObject {
  const redacted = redactor.redact(values, [])
  return isJsonObject(redacted) && isJsonObject(redacted.plan) ? redacted.plan : {}
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
