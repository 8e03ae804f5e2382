import { type StorageDocuments, type StorageLayer, stackBelow } from '@strata/storage-plan'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { accountPlace, layerNameOf, planIdOf, type StoragePlace, systemPlace } from './place.ts'
import type { StorageStore } from './store.ts'

/** What is stored of the layers that decide for somebody. */
export interface FoundDocuments {
  /** Those of the system and, of an account, its plan and its own; the user's is not among them. */
  readonly documents: StorageDocuments
  /** The account's own document, as it was found among them: it names their plan. */
  readonly own: StoredDocument | undefined
}

/**
 * The documents that may lie below or at a place: which of them count there, `stack` and `stackBelow` tell.
 * - the plan of an account is the one that its document names, or would name if it were made
 */
export async function findDocuments(
  { accountId, type }: StoragePlace,
  accounts: AccountDirectory,
  store: StorageStore,
): Promise<FoundDocuments> {
  const system = titled('System', await store.find(systemPlace))
  if (accountId === undefined || type === 'storage_plan') return { documents: { system }, own: undefined }
  const account = await accounts.get(accountId)
  const own = await store.find(accountPlace(accountId))
  const plan = await findPlan(planOf(own, account), store)
  return { documents: { system, plan, account: titled(account?.name ?? accountId, own) }, own }
}

/** What lies below a document. */
export interface LayersBelow {
  /** Lowest first. */
  readonly layers: readonly StorageLayer[]
  readonly own: FoundDocuments['own']
}

export async function findBelow(
  place: StoragePlace,
  accounts: AccountDirectory,
  store: StorageStore,
): Promise<LayersBelow> {
  const { documents, own } = await findDocuments(place, accounts, store)
  return { layers: stackBelow(layerNameOf(place), documents), own }
}

/**
 * What comes to lie below a document, beside what was found there: the plan that the account is meant to follow, where its
 * document is not there yet or names another.
 */
export async function layersToCome(
  place: StoragePlace,
  { own }: LayersBelow,
  accounts: AccountDirectory,
  store: StorageStore,
): Promise<StorageLayer[]> {
  if (place.accountId === undefined || place.type === 'storage_plan') return []
  const meant = (await accounts.get(place.accountId))?.planId
  const isCounted = meant === planIdOf(own) || (own === undefined && place.userId === undefined)
  const plan = isCounted ? undefined : await findPlan(meant, store)
  return plan === undefined ? [] : [{ ...plan, name: 'plan' }]
}

/** Nodes look in the storage document alone. Where there is none yet, one that is made will name the account's plan. */
function planOf(own: StoredDocument | undefined, account: Account | undefined): string | undefined {
  return own === undefined ? account?.planId : (planIdOf(own) ?? undefined)
}

/** A plan by its id. KAZOO takes whatever document is named, so the type does not matter here. */
export async function findPlan(planId: string | undefined, store: StorageStore): Promise<StorageDocuments['plan']> {
  if (planId === undefined) return undefined
  const plan = await store.findAny(planId)
  const name = plan?.fields.name
  return titled(typeof name === 'string' ? name : planId, plan)
}

/** A stored document as one of those that decide together. */
export function titled(title: string, document: StoredDocument | undefined): StorageDocuments['account'] {
  return document === undefined ? undefined : { title, id: document.id, values: document.fields }
}
