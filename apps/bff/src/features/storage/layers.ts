import type { JsonObject } from '@strata/json'
import { builtInStorage } from '@strata/storage-plan'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { accountPlace, type Place, systemPlace } from './place.ts'
import { planIdOf } from './plan-id.ts'
import type { StorageStore } from './store.ts'

/** One document of those whose merge says where an account's data goes. */
export interface StorageLayer {
  readonly layer: 'built-in' | 'system' | 'plan' | 'account'
  readonly name: string
  readonly values: JsonObject
}

/** What KAZOO does where no document says otherwise. */
const builtInLayer: StorageLayer = { layer: 'built-in', name: 'Built in', values: builtInStorage }

/** What lies below a document. */
export interface Below {
  /** Lowest first. */
  readonly layers: StorageLayer[]
  /** The own document of the account that the document belongs to, as it was found beside them: it names their plan. */
  readonly own: StoredDocument | undefined
}

/**
 * The layers below a document.
 * - system: the built-in one; a plan, of the system or a reseller: and the system's
 * - an account: and the plan that its document names, or would name if it were made
 * - a user: and the account's; without a document of the account its plan does not count either
 * Source: kzs_plan.
 */
export async function findBelow(place: Place, accounts: AccountDirectory, store: StorageStore): Promise<Below> {
  if (place.accountId === undefined && place.type === 'storage') return { layers: [builtInLayer], own: undefined }
  const system = layerOf('system', 'System', await store.find(systemPlace))
  const common = [builtInLayer, ...system]
  if (place.accountId === undefined || place.type === 'storage_plan') return { layers: common, own: undefined }

  const account = await accounts.get(place.accountId)
  const own = await store.find(accountPlace(place.accountId))
  if (place.userId !== undefined && own === undefined) return { layers: common, own }
  const planned = [...common, ...(await planLayer(planOf(own, account), store))]
  if (place.userId === undefined) return { layers: planned, own }
  return { layers: [...planned, ...layerOf('account', account?.name ?? place.accountId, own)], own }
}

/**
 * What comes to lie below a document, beside what was found there: the plan that the account is meant to follow, where its
 * document is not there yet or names another.
 */
export async function layersToCome(
  place: Place,
  { own }: Below,
  accounts: AccountDirectory,
  store: StorageStore,
): Promise<StorageLayer[]> {
  if (place.accountId === undefined || place.type === 'storage_plan') return []
  const meant = (await accounts.get(place.accountId))?.planId
  const isCounted = meant === planIdOf(own) || (own === undefined && place.userId === undefined)
  return isCounted ? [] : planLayer(meant, store)
}

/** Nodes look in the storage document alone. Where there is none yet, one that is made will name the account's plan. */
function planOf(own: StoredDocument | undefined, account: Account | undefined): string | undefined {
  return own === undefined ? account?.planId : (planIdOf(own) ?? undefined)
}

/** The layer of a plan; none without one. KAZOO takes whatever document is named, so the type does not matter here. */
export async function planLayer(planId: string | undefined, store: StorageStore): Promise<StorageLayer[]> {
  if (planId === undefined) return []
  const plan = await store.findAny(planId)
  const name = plan?.fields.name
  return layerOf('plan', typeof name === 'string' ? name : planId, plan)
}

function layerOf(layer: StorageLayer['layer'], name: string, document: StoredDocument | undefined): StorageLayer[] {
  return document === undefined ? [] : [{ layer, name, values: document.fields }]
}
