import { formatPointer, type JsonObject } from '@strata/json'
import {
  brokenByRemoval,
  type KazooVersion,
  layeredStorage,
  type PlanRule,
  type StorageLayer,
  unusedEntries,
} from '@strata/storage-plan'
import { type EntryMap, entriesOf, unsetAt } from '../document/document-parts.ts'

/** Whether no rule of the layers names an entry. */
export function isUnused(layers: readonly StorageLayer[], map: EntryMap, id: string, version: KazooVersion): boolean {
  return unusedEntries(layeredStorage(layers), version).some((entry) => entry.map === map && entry.id === id)
}

/** The entries of the last layer's document that no rule names, although one did, or they were not there, before. */
export function newlyUnused(
  before: readonly StorageLayer[],
  now: readonly StorageLayer[],
  version: KazooVersion,
): { readonly map: EntryMap; readonly id: string }[] {
  const known = new Set(unusedEntries(layeredStorage(before), version).map(({ map, id }) => formatPointer([map, id])))
  const own = now.at(-1)?.values ?? {}
  const isOwn = (map: EntryMap, id: string) => entriesOf(own, map).some(([other]) => other === id)
  return unusedEntries(layeredStorage(now), version).filter(
    ({ map, id }) => isOwn(map, id) && !known.has(formatPointer([map, id])),
  )
}

/** What comes of taking an entry out of the document of the last layer. */
export interface EntryRemoval {
  /** Rules of the document that lose their mention of it, as nothing would be left that it names. */
  readonly loses: readonly PlanRule[]
  /** Rules of other layers that would then lead nowhere. */
  readonly breaks: readonly PlanRule[]
  /** The document without the entry, and without those mentions. */
  readonly document: JsonObject
}

export function entryRemoval(
  layers: readonly StorageLayer[],
  map: EntryMap,
  id: string,
  version: KazooVersion,
): EntryRemoval {
  const own = layers.at(-1)
  if (own === undefined) throw new Error('The document itself is always a layer.')
  const broken = brokenByRemoval(layers, { map, id, layer: own.name }, version)
  const mine = broken.filter(({ layer }) => layer === own.name)
  return {
    loses: mine.map(({ rule }) => rule),
    breaks: broken.filter(({ layer }) => layer !== own.name).map(({ rule }) => rule),
    // The last first: places in a list move up when one before them goes.
    document: [...mine.map(({ pointer }) => pointer).toReversed(), formatPointer([map, id])].reduce(
      (document, pointer) => unsetAt(document, pointer),
      own.values,
    ),
  }
}
