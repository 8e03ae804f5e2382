import type { JsonObject } from '@strata/json'
import { type Layer, mergeRecursive } from '@strata/layered-config'

/**
 * The documents that decide together where data goes, lowest first.
 * - `plan`: the one that the account's document names
 * - `user`: the document of the user who owns what is stored
 */
export const layerNames = ['built-in', 'system', 'plan', 'account', 'user'] as const

export type StorageLayerName = (typeof layerNames)[number]

/** One of those documents. Lists of layers hold each at most once, lowest first. */
export interface StorageLayer extends Layer<StorageLayerName> {
  /** What people call whose it is: the account, the plan, the user. */
  readonly title?: string
  /** Of the document. */
  readonly id?: string
}

/** Documents by the layer that each of them is; one that is not there has no say. */
export type StorageDocuments = {
  readonly [Name in Exclude<StorageLayerName, 'built-in'>]?: Omit<StorageLayer, 'name'> | undefined
}

const keptLocal: JsonObject = { attachments: {}, connection: 'local', types: {} }

/**
 * What KAZOO does where no document says otherwise: everything stays in its own CouchDB.
 * Source: kzs_plan.
 */
export const builtInStorage: JsonObject = {
  attachments: {},
  connections: { local: {} },
  plan: { account: keptLocal, modb: keptLocal, system: keptLocal, yodb: keptLocal },
}

const builtIn: StorageLayer = { name: 'built-in', title: 'Built in', values: builtInStorage }

/**
 * The layers that decide where documents are at hand.
 * - what is built in is always the lowest
 * - a plan counts only beside a document of the account: nodes look in that one for it
 * Source: kzs_plan.
 */
export function stack({ system, plan, account, user }: StorageDocuments): StorageLayer[] {
  const documents = { system, plan: account === undefined ? undefined : plan, account, user }
  return layerNames.flatMap((name) => {
    if (name === 'built-in') return [builtIn]
    const document = documents[name]
    return document === undefined ? [] : [{ ...document, name }]
  })
}

/** The layers that decide together with a document that is there, or would be if it were made: those below it. */
export function stackBelow(name: keyof StorageDocuments, documents: StorageDocuments): StorageLayer[] {
  const height = layerNames.indexOf(name)
  return stack({ ...documents, [name]: { values: {} } }).filter((layer) => layerNames.indexOf(layer.name) < height)
}

/** The document that all layers make together, as nodes of KAZOO load it. */
export function mergedStorage(layers: readonly StorageLayer[]): JsonObject {
  return mergeRecursive(...layers.map(({ values }) => values))
}
