import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import type { User } from '#bff/accounts/users.ts'
import { AppError, badIdentifier } from '#bff/errors.ts'
import type { AuthSettings, SignInMethod } from './auth-settings.ts'
import type { Credentials } from './credentials.ts'
import type { TokenHolder } from './issue-token.ts'
import type { Credential } from './passwords.ts'
import { assertEnabled } from './sessions.ts'
import type { Throttle } from './throttle.ts'

interface Parts {
  readonly accounts: AccountDirectory
  readonly credentials: Credentials
  readonly settings: AuthSettings
  readonly throttle: Throttle
}

/** Where the account is looked for: those of the realm first, then those of the name. */
export interface AccountHint {
  readonly realm: string | undefined
  readonly name: string | undefined
}

export interface SignIn {
  /**
   * Whom a credential signs in. Throws `unauthenticated` alike for an unknown account, user or password, `invalid` for a
   * disabled account, `too-many` when the client failed too often.
   */
  withCredential(hint: AccountHint, credential: Credential, client: string): Promise<TokenHolder & { user: User }>
  /** The account of an API key. Throws `not-found` for an unknown one. */
  withApiKey(key: string, client: string): Promise<TokenHolder>
}

export function createSignIn({ accounts, credentials, settings, throttle }: Parts): SignIn {
  /** Where there is no such account the same work is done in another's place, so that time does not tell. */
  async function find(hint: AccountHint, credential: Credential) {
    const candidates = await findAccounts(hint, accounts)
    for (const account of candidates) {
      const user = await credentials.find(account.id, credential)
      if (user !== undefined) return { account, user }
    }
    if (candidates.length === 0)
      await credentials.find((await accounts.masterAccountId()) ?? decoyId, decoy(credential))
    return undefined
  }
  return {
    async withCredential(hint, credential, client) {
      await assertMethod('cb_user_auth', settings)
      throttle.check(client)
      const found = await find(hint, credential)
      if (found === undefined) {
        throttle.fail(client)
        throw new AppError('unauthenticated', 'No user of this account has this name and password.')
      }
      assertEnabled(found.account)
      return { ...found, method: 'cb_user_auth' }
    },
    async withApiKey(key, client) {
      await assertMethod('cb_api_auth', settings)
      throttle.check(client)
      const account = await accounts.withApiKey(key)
      if (account === undefined) {
        throttle.fail(client)
        throw badIdentifier('api_key')
      }
      assertEnabled(account)
      return { account, user: undefined, method: 'cb_api_auth' }
    },
  }
}

const decoyId = '0'.repeat(32)

function decoy({ method }: Credential): Credential {
  return { method, digest: '' }
}

/** Whoever sets a realm may set it to the name of another account, which must not keep that account's people out. */
async function findAccounts({ realm, name }: AccountHint, accounts: AccountDirectory): Promise<Account[]> {
  const byRealm = realm === undefined ? [] : await accounts.withRealm(realm)
  const byName = name === undefined ? [] : await accounts.named(name)
  return [...byRealm, ...byName.filter(({ id }) => byRealm.every((account) => account.id !== id))]
}

async function assertMethod(method: SignInMethod, settings: AuthSettings): Promise<void> {
  if (await settings.isEnabled(method)) return
  throw new AppError('forbidden', `Signing in by ${method} is switched off in the system config crossbar.auth.`)
}
