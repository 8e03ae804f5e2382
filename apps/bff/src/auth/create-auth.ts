import type { AccountDirectory } from '#bff/accounts/directory.ts'
import { createUsers } from '#bff/accounts/users.ts'
import type { Store } from '#bff/couch/store.ts'
import { createAuthSettings } from './auth-settings.ts'
import { createPasswords } from './passwords.ts'
import { createSecrets } from './secrets.ts'
import { createSigningKeys } from './signing-keys.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

/** What it takes to tell who somebody is, built once. */
export type Auth = ReturnType<typeof createAuth>

interface AuthSources {
  readonly store: Store
  readonly origin: 'strata' | 'kazoo'
  readonly accounts: AccountDirectory
  readonly clock: () => Date
  readonly newId: () => string
  /** scrypt's cost; tests lower it. */
  readonly passwordCost?: number | undefined
}

/** Touches the store only when first used, so a server starts while its store is down. */
export function createAuth({ store, origin, accounts, clock, newId, passwordCost }: AuthSources) {
  const secrets = createSecrets(store)
  return {
    store,
    origin,
    accounts,
    clock,
    secrets,
    users: createUsers(store),
    settings: createAuthSettings({ store, accounts, secrets }),
    passwords: createPasswords(secrets, passwordCost),
    tokens: createTokens({ keys: createSigningKeys(store, newId), clock }),
    throttle: createThrottle(clock),
  }
}
