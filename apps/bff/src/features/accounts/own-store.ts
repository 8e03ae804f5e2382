import { AppError } from '#bff/errors/app-error.ts'

/** Throws `forbidden` unless Strata itself made the store: the accounts and users of a KAZOO cluster are KAZOO's to change. */
export function assertOwnStore(origin: 'strata' | 'kazoo'): void {
  if (origin === 'strata') return
  throw new AppError(
    'forbidden',
    "The accounts and users of this store are a KAZOO cluster's: create, change and remove them in KAZOO.",
  )
}
