import type { InheritedStorage } from '@strata/api-types'
import { type JsonObject, removeAt } from '@strata/json'
import { builtInStorage, type LayerName, type StorageLayer as PlanLayer } from '@strata/storage-plan'
import { entriesOf, objectAt, textOf } from '../document/document-parts.ts'
import type { StoragePlace } from '../pages/place.ts'

type InheritedLayer = InheritedStorage['layers'][number]

/** One document of those that decide together, with no more of it than may be shown to whoever edits another. */
export interface StorageLayer extends Omit<InheritedLayer, 'layer'> {
  /** `here` is the document itself. */
  readonly layer: InheritedLayer['layer'] | 'here'
  /** Of the document itself: which of KAZOO's layers it is. */
  readonly scope?: StoragePlace['scope']
}

/** The layer that every document stands on: KAZOO's own CouchDB takes everything. */
const builtIn: InheritedLayer = {
  layer: 'built-in',
  name: 'Built in',
  attachments: {},
  connections: { local: { name: null } },
  plan: objectAt(builtInStorage, '/plan'),
}

/** Stands in entries of which no more is told than that they are there: a merge forgets those with nothing in them. */
const told: JsonObject = { is_told: true }

/**
 * The layers below a document, lowest first, out of those that the server tells for an account.
 * - nothing but the built-in one lies below the system's document, only the system's below a plan
 * - the built-in one is always there: where the caller may not see what an account inherits, it is all that is known
 */
export function layersBelow(place: StoragePlace, inherited: InheritedStorage | undefined): StorageLayer[] {
  const told = inherited?.layers ?? []
  const layers = told.some(({ layer }) => layer === 'built-in') ? told : [builtIn, ...told]
  return layers.filter(({ layer }) => isBelow(place, layer))
}

/**
 * The layers that really count below an account's document that is not there: KAZOO follows the plan of an account only
 * where the account has a document of its own.
 */
export function withoutIdlePlan(layers: readonly StorageLayer[]): StorageLayer[] {
  return layers.filter(({ layer }) => layer !== 'plan')
}

/** A document as the layer that it is for itself. */
export function ownLayer(document: JsonObject, scope: StoragePlace['scope']): StorageLayer {
  return {
    layer: 'here',
    scope,
    name: '',
    attachments: Object.fromEntries(
      entriesOf(document, 'attachments').map(([id, entry]) => [
        id,
        { name: textOf(entry.name) ?? null, handler: textOf(entry.handler) ?? '' },
      ]),
    ),
    connections: Object.fromEntries(
      entriesOf(document, 'connections').map(([id, entry]) => [id, { name: textOf(entry.name) ?? null }]),
    ),
    plan: objectAt(document, '/plan'),
  }
}

/** The same layers as if the document itself said nothing at a place of its plan. */
export function layersWithout(layers: readonly StorageLayer[], pointer: string): StorageLayer[] {
  return layers.map((layer) =>
    layer.layer === 'here' ? { ...layer, plan: objectAt(removeAt({ plan: layer.plan }, pointer), '/plan') } : layer,
  )
}

/** The layers as the resolver takes them: with as much of their back-ends and connections as is told. */
export function planLayers(layers: readonly StorageLayer[]): PlanLayer[] {
  return layers.map((layer) => ({
    name: layerName(layer),
    values: {
      attachments: toldEntries(layer.attachments),
      connections: toldEntries(layer.connections),
      plan: layer.plan,
    },
  }))
}

/** Which of KAZOO's layers one is. */
export function layerName({ layer, scope = 'account' }: StorageLayer): LayerName {
  return layer === 'here' ? scope : layer
}

/** The layer that the resolver calls by a name. */
export function storageLayerOf(
  layers: readonly StorageLayer[],
  name: LayerName | undefined | null,
): StorageLayer | undefined {
  return layers.find((layer) => layerName(layer) === name)
}

function toldEntries(entries: Readonly<Record<string, { name: string | null; handler?: string }>>): JsonObject {
  const shown = ({ name, handler = '' }: { name: string | null; handler?: string }): JsonObject => ({
    ...told,
    ...(name === null ? {} : { name }),
    ...(handler === '' ? {} : { handler }),
  })
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, shown(entry)]))
}

function isBelow({ scope }: StoragePlace, layer: InheritedLayer['layer']): boolean {
  if (scope === 'system') return layer === 'built-in'
  return scope === 'plan' ? layer === 'built-in' || layer === 'system' : true
}
