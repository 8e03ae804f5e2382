import type { InheritedStorage } from '@strata/api-types'
import { type JsonObject, removeAt } from '@strata/json'
import { layerNames, type StorageDocuments, type StorageLayer, stack, stackBelow } from '@strata/storage-plan'
import { objectAt } from '../document/document-parts.ts'
import type { StoragePlace } from '../pages/place.ts'

/** Settings of which no more is told than that there are some: a merge forgets an entry with nothing in it. */
const withheld: JsonObject = { $withheld: true }

/** The documents that may lie below one, out of those that the server tells for an account: without any settings. */
export function documentsBelow({ scope }: StoragePlace, inherited: InheritedStorage | undefined): StorageDocuments {
  const below = layerNames.slice(0, layerNames.indexOf(scope))
  const shown = (inherited?.layers ?? []).filter(({ layer }) => layer !== 'built-in' && below.includes(layer))
  return Object.fromEntries(
    shown.map(({ layer, name, attachments, connections, plan }) => [
      layer,
      { title: name, values: { attachments: toldEntries(attachments), connections: toldEntries(connections), plan } },
    ]),
  )
}

function toldEntries(entries: Readonly<Record<string, { name: string | null; handler?: string }>>): JsonObject {
  const named = ({ name, handler = '' }: { name: string | null; handler?: string }): JsonObject => ({
    ...(name === null ? {} : { name }),
    ...(handler === '' ? {} : { handler }),
    settings: withheld,
  })
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, named(entry)]))
}

/** The layers that decide with a document, which is the last of them; the plan of an account that has none is idle. */
export function layersWith(
  scope: StoragePlace['scope'],
  below: StorageDocuments,
  values: JsonObject,
  isThere: boolean,
): StorageLayer[] {
  return [...(isThere ? stackBelow(scope, below) : stack(below)), { name: scope, values }]
}

/** The layers with another document as the last, which is the one that is edited. */
export function withOwnDocument(layers: readonly StorageLayer[], values: JsonObject): StorageLayer[] {
  return layers.map((layer, index) => (index === layers.length - 1 ? { ...layer, values } : layer))
}

/** The layers as if the document that is edited said nothing at a place. */
export function layersWithout(layers: readonly StorageLayer[], pointer: string): StorageLayer[] {
  return withOwnDocument(layers, objectAt(removeAt(layers.at(-1)?.values ?? {}, pointer), ''))
}
