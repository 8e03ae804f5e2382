import type { AccountDirectory } from '#bff/accounts/directory.ts'
import { createUsers } from '#bff/accounts/users.ts'
import type { Store } from '#bff/couch/store.ts'
import { createAuthSettings } from './auth-settings.ts'
import { createBrowserSessions } from './browser-sessions.ts'
import { createCredentials } from './credentials.ts'
import { createIssueToken } from './issue-token.ts'
import { createPasswords } from './passwords.ts'
import { createRevocations } from './revocations.ts'
import { createSecrets } from './secrets.ts'
import { createSessions } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import { createSigningKeys } from './signing-keys.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

/** Everything about who somebody is. */
export type Auth = ReturnType<typeof createAuth>

interface Parts {
  readonly store: Store
  readonly origin: 'strata' | 'kazoo'
  readonly accounts: AccountDirectory
  readonly clock: () => Date
  readonly newId: () => string
  /** scrypt's cost; tests lower it. */
  readonly passwordCost?: number
}

/** Puts authentication together. Touches the store only when first used, so a server starts while its store is down. */
export function createAuth({ store, origin, accounts, clock, newId, passwordCost }: Parts) {
  const secrets = createSecrets(store)
  const settings = createAuthSettings({ store, accounts, secrets })
  const users = createUsers(store)
  const credentials = createCredentials({ store, origin, users, passwords: createPasswords(secrets, passwordCost) })
  const tokens = createTokens({ keys: createSigningKeys(store, newId), clock })
  const revocations = createRevocations(store, clock)
  const issue = createIssueToken({ tokens, settings, accounts })
  const sessions = createSessions({ tokens, accounts, users, settings, revocations })
  return {
    users,
    credentials,
    issue,
    signIn: createSignIn({ accounts, credentials, settings, sessions, throttle: createThrottle(clock) }),
    sessions,
    browserSessions: createBrowserSessions({ sessions, issue, revocations, secrets, clock }),
  }
}
