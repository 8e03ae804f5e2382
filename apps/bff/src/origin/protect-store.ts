import { ownDatabase } from '#bff/couch/own-document.ts'
import type { Database, Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Origin } from './find-origin.ts'

interface Protection {
  readonly origin: Origin
  /** Why nothing may be written; undefined where writes are allowed. */
  readonly readOnly: string | undefined
}

/**
 * A store in which nothing can be written that must not be, whatever asks for it.
 * - read-only: only Strata's own database takes writes
 * - KAZOO's: no database is created or destroyed but Strata's own
 * Throws `forbidden` with the reason.
 */
export function protectStore(store: Store, { origin, readOnly }: Protection): Store {
  const own = ownDatabase(store).name
  const reason =
    readOnly ?? (origin === 'kazoo' ? "This store is a KAZOO cluster's: Strata makes no databases there." : undefined)

  function assertMayChange(name: string): void {
    if (reason !== undefined && name !== own) throw new AppError('forbidden', reason)
  }

  return {
    ...store,
    database(name) {
      const database = store.database(name)
      return readOnly === undefined || name === own ? database : readOnlyDatabase(database, readOnly)
    },
    async writeTogether(writes) {
      if (readOnly !== undefined && writes.some(({ database }) => database !== own)) {
        throw new AppError('forbidden', readOnly)
      }
      return store.writeTogether(writes)
    },
    async create(name) {
      assertMayChange(name)
      await store.create(name)
    },
    async destroy(name) {
      assertMayChange(name)
      await store.destroy(name)
    },
  }
}

function readOnlyDatabase(database: Database, reason: string): Database {
  const refuse = async () => {
    throw new AppError('forbidden', reason)
  }
  return { ...database, put: refuse, remove: refuse, bulk: refuse, fill: refuse, settle: refuse }
}

/** Why nothing can be written to this store; undefined when writes work. */
export function readOnlyReason({
  readOnly,
  origin,
}: {
  readonly readOnly: boolean
  readonly origin: Origin
}): string | undefined {
  if (!readOnly) return undefined
  return origin === 'kazoo'
    ? "This store is a KAZOO cluster's, so Strata only reads it. Start Strata with STRATA_READ_ONLY=false to allow writes."
    : 'Strata was started with STRATA_READ_ONLY=true, so nothing can be written.'
}

/** Throws `forbidden` unless Strata itself made the store: the accounts and users of a KAZOO cluster are KAZOO's to change. */
export function assertOwnStore(origin: Origin): void {
  if (origin === 'strata') return
  throw new AppError(
    'forbidden',
    "The accounts and users of this store are a KAZOO cluster's: create, change and remove them in KAZOO.",
  )
}
