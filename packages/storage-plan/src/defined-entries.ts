import { formatPointer, isJsonObject } from '@strata/json'
import type { LayeredStorage } from './layered-storage.ts'
import type { StorageLayerName } from './storage-layer.ts'

/** A back-end or connection of the layers. */
export interface DefinedEntry {
  readonly map: 'attachments' | 'connections'
  readonly id: string
  /** The highest layer that has a say in it. */
  readonly layer: StorageLayerName
}

/** Every back-end and connection that the layers define, in the order of the merged document. */
export function definedEntries(storage: LayeredStorage): DefinedEntry[] {
  const { merged } = storage
  const entriesOf = (map: DefinedEntry['map']): DefinedEntry[] =>
    Object.entries(isJsonObject(merged[map]) ? merged[map] : {}).flatMap(([id, entry]) => {
      const layer = isJsonObject(entry) ? storage.decide(formatPointer([map, id]), 'entry')?.by.layer : undefined
      return layer === undefined ? [] : [{ map, id, layer }]
    })
  return [...entriesOf('attachments'), ...entriesOf('connections')]
}
