import { type StorageDocuments, type StorageLayer, stackBelow } from '@strata/storage-plan'
import type { Account } from '#bff/accounts/account.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { accountPlace, layerNameOf, planIdOf, type StoragePlace, systemPlace } from './place.ts'
import type { StackedStorage } from './storage-context.ts'

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
  storage: StackedStorage,
  { accountId, type }: StoragePlace,
): Promise<FoundDocuments> {
  const system = titled('System', await storage.stored.find(systemPlace))
  if (accountId === undefined || type === 'storage_plan') return { documents: { system }, own: undefined }
  const account = await storage.accounts.get(accountId)
  const own = await storage.stored.find(accountPlace(accountId))
  const plan = await findPlan(storage, planOf(own, account))
  return { documents: { system, plan, account: titled(account?.name ?? accountId, own) }, own }
}

/** What lies below a document. */
export interface LayersBelow {
  /** Lowest first. */
  readonly layers: readonly StorageLayer[]
  readonly own: FoundDocuments['own']
}

export async function findBelow(storage: StackedStorage, place: StoragePlace): Promise<LayersBelow> {
  const { documents, own } = await findDocuments(storage, place)
  return { layers: stackBelow(layerNameOf(place), documents), own }
}

/**
 * What comes to lie below a document, beside what was found there: the plan that the account is meant to follow, where its
 * document is not there yet or names another.
 */
export async function layersToCome(
  storage: StackedStorage,
  place: StoragePlace,
  { own }: LayersBelow,
): Promise<StorageLayer[]> {
  if (place.accountId === undefined || place.type === 'storage_plan') return []
  const meant = (await storage.accounts.get(place.accountId))?.planId
  const isCounted = meant === planIdOf(own) || (own === undefined && place.userId === undefined)
  const plan = isCounted ? undefined : await findPlan(storage, meant)
  return plan === undefined ? [] : [{ ...plan, name: 'plan' }]
}

/** Nodes look in the storage document alone. Where there is none yet, one that is made will name the account's plan. */
function planOf(own: StoredDocument | undefined, account: Account | undefined): string | undefined {
  return own === undefined ? account?.planId : (planIdOf(own) ?? undefined)
}

/** A plan by its id. KAZOO takes whatever document is named, so the type does not matter here. */
export async function findPlan(
  { stored }: Pick<StackedStorage, 'stored'>,
  planId: string | undefined,
): Promise<StorageDocuments['plan']> {
  if (planId === undefined) return undefined
  const plan = await stored.findAny(planId)
  const name = plan?.fields.name
  return titled(typeof name === 'string' ? name : planId, plan)
}

/** A stored document as one of those that decide together. */
export function titled(title: string, document: StoredDocument | undefined): StorageDocuments['account'] {
  return document === undefined ? undefined : { title, id: document.id, values: document.fields }
}
