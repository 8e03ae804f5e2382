import type { Database, Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { startEmbedded, type TestStore } from '../_stores.ts'

/** A store whose writes a test can break. */
export interface FailingStore {
  readonly start: () => Promise<TestStore>
  /** From the given write on (0: the next one) the store cannot be reached for writes, until `mend`. */
  breakAfter(writes: number): void
  mend(): void
  /** Runs before each write, with the database's name. */
  onWrite: ((database: string) => Promise<void>) | undefined
}

export function createFailingStore(): FailingStore {
  let writesLeft = Number.POSITIVE_INFINITY
  const failing: FailingStore = {
    async start() {
      const { store, stop } = await startEmbedded()
      return { store: { ...store, database: (name) => guarded(store.database(name)) } satisfies Store, stop }
    },
    breakAfter(writes) {
      writesLeft = writes
    },
    mend() {
      writesLeft = Number.POSITIVE_INFINITY
    },
    onWrite: undefined,
  }

  function guarded(database: Database): Database {
    return {
      ...database,
      async put(draft) {
        await failing.onWrite?.(database.name)
        if (writesLeft <= 0) throw new AppError('unavailable', 'The store cannot be reached.')
        writesLeft -= 1
        return database.put(draft)
      },
    }
  }
  return failing
}
