import type { JsonObject } from '@strata/json'
import type { Database, Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'

const databaseName = 'strata'

/** The database of what Strata keeps for itself. */
export function ownDatabase(store: Store): Database {
  return store.database(databaseName)
}

/** Creates Strata's own database unless it is there, then runs a write in it. */
export async function inOwnDatabase<T>(store: Store, write: (database: Database) => Promise<T>): Promise<T> {
  await store.create(databaseName)
  return write(ownDatabase(store))
}

/**
 * The fields of one of Strata's own documents, made at the first use of a store.
 * - of two servers that start at once one writes it, and both use what was written
 */
export async function ensureOwnDocument(
  store: Store,
  id: string,
  make: () => Promise<JsonObject> | JsonObject,
): Promise<JsonObject> {
  const existing = await ownDatabase(store).get(id)
  if (existing !== undefined) return existing.fields
  const fields = await make()
  try {
    await inOwnDatabase(store, (database) => database.put({ id, fields, private: { type: id } }))
    return fields
  } catch (error) {
    const winner = isConflict(error) ? await ownDatabase(store).get(id) : undefined
    if (winner === undefined) throw error
    return winner.fields
  }
}

export function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'conflict'
}
