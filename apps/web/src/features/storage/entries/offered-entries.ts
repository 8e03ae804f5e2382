import type { EntryMap } from '../document/document-parts.ts'
import type { StorageLayer } from '../plan/storage-layers.ts'

/** A back-end or connection that a rule may name. */
export interface OfferedEntry {
  readonly id: string
  readonly name: string | undefined
  /** Of a back-end. */
  readonly handler: string | undefined
  readonly layer: StorageLayer
}

/** What the layers, lowest first, define for their rules to name; of the same id the highest counts. Highest first. */
export function offeredEntries(layers: readonly StorageLayer[], map: EntryMap): OfferedEntry[] {
  const seen = new Map<string, OfferedEntry>()
  for (const layer of layers.toReversed()) {
    for (const [id, entry] of Object.entries(layer[map])) {
      const handler = map === 'attachments' ? layer.attachments[id]?.handler : undefined
      const offered = seen.get(id)
      seen.set(id, {
        id,
        name: offered?.name ?? entry.name ?? undefined,
        handler: offered?.handler ?? handler,
        layer: offered?.layer ?? layer,
      })
    }
  }
  return [...seen.values()]
}
