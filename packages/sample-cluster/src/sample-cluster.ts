import type { JsonObject } from '@strata/json'
import { type AccountSettings, accountDocument, databaseOf, userDocuments } from './account-documents.ts'
import { type AccountTree, type Administrator, accountTree, type SampleAccount } from './account-tree.ts'
import { oauthDocumentsOf } from './oauth-documents.ts'
import type { SampleDocument } from './sample-document.ts'
import { type SignIn, signIns } from './sign-ins.ts'
import { planOf, storageDocuments } from './storage-documents.ts'
import { systemConfigDocuments } from './system-configs.ts'
import { type SampleNode, sampleNodes, sampleZones } from './topology.ts'

export interface ClusterOptions {
  /** The same seed and sizes give the same cluster. */
  readonly seed: number
  /** The present, in gregorian seconds: no document is younger. */
  readonly now: number
  /** Schema defaults of a section, by category: what nodes write back as noise and what overrides differ from. */
  readonly defaults: Readonly<Record<string, JsonObject>>
  readonly zones?: number
  readonly nodes?: number
  readonly accounts?: number
  /**
   * How many of the accounts have a database of their own: one half of these are the topmost ones, the other half the
   * first customers. By default all have; `accounts` lists all in any case.
   */
  readonly accountDatabases?: number
  readonly usersPerAccount?: number
  /** The master account and its admin where a store has them already; by default they are invented too. */
  readonly master?: Administrator
}

export interface SampleCluster {
  readonly masterAccountId: string
  readonly zones: readonly string[]
  readonly nodes: readonly SampleNode[]
  readonly signIns: readonly SignIn[]
  /** Every document, made as it is asked for; those of one database come together. */
  documents(): Generator<SampleDocument>
}

/**
 * An invented cluster in the shape of KAZOO's databases.
 * - `system_config`, `system_data` and `system_auth` first, then `accounts`, then each account's own database
 * - no password, API key or signature secret is in any document: the server makes those
 */
export function sampleCluster({
  seed,
  now,
  defaults,
  zones: zoneCount = 3,
  nodes: nodeCount = 12,
  accounts: accountCount = 40,
  accountDatabases: databaseCount = accountCount,
  usersPerAccount = 2,
  master,
}: ClusterOptions): SampleCluster {
  const accounts = accountTree(seed, accountCount, master)
  const zones = sampleZones(zoneCount)
  const nodes = sampleNodes(nodeCount, zones)
  const masterAccountId = accounts.at(0).id
  const settings: AccountSettings = { seed, now, usersPerAccount, master, planOf: planOf(seed, accounts) }
  return {
    masterAccountId,
    zones,
    nodes,
    signIns: signIns(accounts, settings),
    *documents() {
      yield* systemConfigDocuments({ seed, now, defaults, zones, nodes, masterAccountId })
      yield* storageDocuments(accounts, settings)
      yield* oauthDocumentsOf(masterAccountId)
      yield* accountListing(accounts, settings)
      for (const account of accountsWithDatabase(accounts, databaseCount)) yield* accountDatabase(account, settings)
    },
  }
}

function* accountListing(accounts: AccountTree, settings: AccountSettings): Generator<SampleDocument> {
  for (let index = 0; index < accounts.count; index += 1) {
    yield { database: 'accounts', ...accountDocument(accounts.at(index), settings) }
  }
}

function* accountDatabase(account: SampleAccount, settings: AccountSettings): Generator<SampleDocument> {
  yield { database: databaseOf(account.id), ...accountDocument(account, settings) }
  yield* userDocuments(account, settings)
}

function* accountsWithDatabase({ count, resellers, at }: AccountTree, wanted: number): Generator<SampleAccount> {
  const firstCustomer = resellers + 1
  const topmost = wanted >= count ? count : Math.min(Math.ceil(wanted / 2), firstCustomer)
  for (let index = 0; index < topmost; index += 1) yield at(index)
  const last = Math.min(count, firstCustomer + wanted - topmost)
  for (let index = Math.max(topmost, firstCustomer); index < last; index += 1) yield at(index)
}
