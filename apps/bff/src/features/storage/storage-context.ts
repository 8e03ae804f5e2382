import { createOauthTokens, type OauthTokens } from '#bff/back-ends/oauth/oauth-tokens.ts'
import { type AllowList, createAllowList } from '#bff/back-ends/outbound/allow-list.ts'
import type { Context } from '#bff/context.ts'
import { createTurns, type Turns } from '#bff/documents/turns.ts'
import { createStorageStore, type StorageStore } from './store.ts'
import { createTestBudget, type TestBudget } from './test/test-budget.ts'

/** What storage documents are read from, checked against and written to, built once. */
export interface StorageContext extends Context {
  /** The storage documents and plans of the cluster. */
  readonly stored: StorageStore
  /** Of those who patch one of them. */
  readonly patchTurns: Turns
  /** What back-ends are tested with. */
  readonly budget: TestBudget
  readonly oauth: OauthTokens
  readonly allow: AllowList
}

/** What it takes to see which documents lie upon one another. */
export type StackedStorage = Pick<StorageContext, 'accounts' | 'stored'>

export function createStorageContext(context: Context): StorageContext {
  return {
    ...context,
    stored: createStorageStore(context.store),
    patchTurns: createTurns(),
    budget: createTestBudget(),
    oauth: createOauthTokens(context.store, context.clock),
    allow: createAllowList(context.config.probeAllow),
  }
}
