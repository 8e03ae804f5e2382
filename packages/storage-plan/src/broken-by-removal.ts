import { formatPointer, isJsonObject, type JsonObject, removeAt } from '@strata/json'
import { type DanglingReference, danglingReferences } from './dangling-references.ts'
import type { DefinedEntry } from './defined-entries.ts'
import type { KazooVersion } from './kazoo-version.ts'
import { layeredStorage } from './layered-storage.ts'
import type { StorageLayer } from './storage-layer.ts'

/**
 * The rules that would name something undefined once a layer's document lost one of its entries; none where another
 * layer defines it as well. What dangles already is not told again.
 */
export function brokenByRemoval(
  layers: readonly StorageLayer[],
  { map, id, layer }: DefinedEntry,
  version: KazooVersion,
): DanglingReference[] {
  const pointer = formatPointer([map, id])
  const without = layers.map((each) =>
    each.name === layer ? { ...each, values: withoutAt(each.values, pointer) } : each,
  )
  const already = new Set(danglingReferences(layeredStorage(layers), version).map((reference) => reference.pointer))
  return danglingReferences(layeredStorage(without), version).filter((reference) => !already.has(reference.pointer))
}

function withoutAt(document: JsonObject, pointer: string): JsonObject {
  const removed = removeAt(document, pointer)
  return isJsonObject(removed) ? removed : {}
}
