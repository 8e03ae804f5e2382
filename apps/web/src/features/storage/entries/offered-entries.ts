import type { StorageLayer, StorageLayerName } from '@strata/storage-plan'
import { type EntryMap, entriesOf, textOf } from '../document/document-parts.ts'

/** A back-end or connection that a rule may name. */
export interface OfferedEntry {
  readonly id: string
  readonly name: string | undefined
  /** Of a back-end. */
  readonly handler: string | undefined
  readonly layer: StorageLayerName
}

/** What the layers, lowest first, define for their rules to name; of the same id the highest counts. Highest first. */
export function offeredEntries(layers: readonly StorageLayer[], map: EntryMap): OfferedEntry[] {
  const seen = new Map<string, OfferedEntry>()
  for (const { name: layer, values } of layers.toReversed()) {
    for (const [id, entry] of entriesOf(values, map)) {
      const offered = seen.get(id)
      seen.set(id, {
        id,
        name: offered?.name ?? textOf(entry.name),
        handler: offered?.handler ?? (map === 'attachments' ? textOf(entry.handler) : undefined),
        layer: offered?.layer ?? layer,
      })
    }
  }
  return [...seen.values()]
}
