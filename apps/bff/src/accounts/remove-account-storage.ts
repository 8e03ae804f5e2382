import type { Context } from '#bff/context.ts'
import type { ApiRequest } from '#bff/http/route.ts'

const databaseName = 'system_data'
const types: readonly unknown[] = ['storage', 'storage_plan']

/**
 * Removes an account's storage documents: its users', its plans, its own last.
 * - KAZOO leaves the plans behind, where nobody can reach them any more; here they go too
 */
export async function removeAccountStorage(
  accountId: string,
  { store, documents }: Pick<Context, 'store' | 'documents'>,
  request: ApiRequest,
): Promise<void> {
  const all = await store.database(databaseName).range()
  const owned = all.filter(({ private: hidden }) => hidden.account_id === accountId && types.includes(hidden.type))
  const ownLast = owned.toSorted((a, b) => Number(a.id === accountId) - Number(b.id === accountId))
  for (const document of ownLast) await documents.remove(databaseName, document, request)
}
