import type { AccountDirectory } from '#bff/accounts/directory.ts'
import { createUsers, type Users } from '#bff/accounts/users.ts'
import type { Store } from '#bff/couch/store.ts'
import { createAuthSettings } from './auth-settings.ts'
import { type BrowserSessions, createBrowserSessions } from './browser-sessions.ts'
import { type Credentials, createCredentials } from './credentials.ts'
import { createIssueToken, type IssueToken } from './issue-token.ts'
import { createPasswords } from './passwords.ts'
import { createRevocations } from './revocations.ts'
import { createSecrets } from './secrets.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createSigningKeys } from './signing-keys.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

/** Everything about who somebody is. */
export interface Auth {
  readonly users: Users
  readonly credentials: Credentials
  readonly signIn: SignIn
  readonly issue: IssueToken
  readonly sessions: Sessions
  readonly browserSessions: BrowserSessions
}

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
export function createAuth({ store, origin, accounts, clock, newId, passwordCost }: Parts): Auth {
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
