import type { JsonObject } from '@strata/json'
import { type Layer, mergeRecursive } from '@strata/layered-config'

/**
 * The documents that decide together where data goes, lowest first.
 * - `plan`: the one that `pvt_plan_id` names; it counts only beside a document of the account
 * - `user`: the document of the user who owns what is stored
 */
export type LayerName = 'built-in' | 'system' | 'plan' | 'account' | 'user'

/** One of those documents. Lists of layers hold each at most once, lowest first. */
export type StorageLayer = Layer<LayerName>

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

/** The document that all layers make together, as nodes of KAZOO load it. */
export function mergedStorage(layers: readonly StorageLayer[]): JsonObject {
  return mergeRecursive(...layers.map(({ values }) => values))
}
