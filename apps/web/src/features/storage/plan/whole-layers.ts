import type { JsonObject } from '@strata/json'
import type { StorageLayer as PlanLayer } from '@strata/storage-plan'
import { planLayers, type StorageLayer } from './storage-layers.ts'

/** The layers as `@strata/storage-plan` reads them, the last of them with all that its document holds. */
export function wholeLayers(layers: readonly StorageLayer[], document: JsonObject): PlanLayer[] {
  return planLayers(layers).map((layer, index) =>
    index === layers.length - 1 ? { ...layer, values: document } : layer,
  )
}
